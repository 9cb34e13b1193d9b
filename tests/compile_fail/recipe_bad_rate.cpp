// expect: recipe<recipe>.*has_an_optimizer_whose_setting<'l', 'e', 'a', 'r', 'n', 'i', 'n', 'g', '_', 'r', 'a', 't', 'e'>.*makes_no_sense
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array pairs{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

struct recipe {
    static constexpr model network{};
    static constexpr ctnn::mean_squared_error loss{};
#ifdef CTNN_WRONG
    static constexpr ctnn::sgd optimizer{.learning_rate = -1};
#else
    static constexpr ctnn::sgd optimizer{};
#endif
    static constexpr auto& samples = pairs;
    static constexpr std::size_t epochs = 1;
};

constexpr auto trained = ctnn::trained<recipe>;
