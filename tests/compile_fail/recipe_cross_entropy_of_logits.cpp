// expect: layer<1.*dense<2.*gives_outputs_beyond_the_domain_of<(ctnn::)?cross_entropy>.*end_with_softmax
#include <ctnn/ctnn.hpp>

using pair = std::array<double, 2>;
constexpr std::array pairs{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

#ifdef CTNN_WRONG
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
#else
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>,
                            ctnn::dense<2, ctnn::softmax>>;
#endif

struct recipe {
    static constexpr model network{};
    static constexpr ctnn::cross_entropy loss{};
    static constexpr ctnn::sgd optimizer{};
    static constexpr auto& samples = pairs;
    static constexpr std::size_t epochs = 1;
};

constexpr auto trained = ctnn::trained<recipe>;
