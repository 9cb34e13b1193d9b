// expect: recipe<recipe>.*lacks_a_static_constexpr_loss
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array pairs{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

struct recipe {
    static constexpr model network{};
#ifdef CTNN_WRONG
    inline static ctnn::huber loss{};
#else
    static constexpr ctnn::huber loss{};
#endif
    static constexpr ctnn::sgd optimizer{};
    static constexpr auto& samples = pairs;
    static constexpr std::size_t epochs = 1;
};

constexpr auto trained = ctnn::trained<recipe>;
