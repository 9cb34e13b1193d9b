// expect: recipe<recipe>.*lacks_static_constexpr_samples
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array pairs{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};
std::array variable{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

struct recipe {
    static constexpr model network{};
    static constexpr ctnn::mean_squared_error loss{};
    static constexpr ctnn::sgd optimizer{};
#ifdef CTNN_WRONG
    static constexpr auto& samples = variable;
#else
    static constexpr auto& samples = pairs;
#endif
    static constexpr std::size_t epochs = 1;
};

constexpr auto trained = ctnn::trained<recipe>;
