// expect: samples_of_type<ctnn::sgd>.*are_not_a_contiguous_range_of_sample
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array pairs{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

struct recipe {
    static constexpr model network{};
    static constexpr ctnn::mean_squared_error loss{};
    static constexpr ctnn::sgd optimizer{};
#ifdef CTNN_WRONG
    static constexpr ctnn::sgd samples{};
#else
    static constexpr auto& samples = pairs;
#endif
    static constexpr std::size_t epochs = 1;
};

constexpr auto trained = ctnn::trained<recipe>;
