// expect: recipe<recipe>.*has_a_loss_with_a_setting_that_makes_no_sense
#include <ctnn/ctnn.hpp>

using pair = std::array<double, 2>;
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr std::array pairs{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

struct recipe {
    static constexpr model network{};
#ifdef CTNN_WRONG
    static constexpr ctnn::huber loss{.delta = -1};
#else
    static constexpr ctnn::huber loss{};
#endif
    static constexpr ctnn::sgd optimizer{};
    static constexpr auto& samples = pairs;
    static constexpr std::size_t epochs = 1;
};

constexpr auto trained = ctnn::trained<recipe>;
