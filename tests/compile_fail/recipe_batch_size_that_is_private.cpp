// expect: recipe<recipe>.*has_a_batch_size_that_is_not_static_constexpr
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array pairs{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

struct recipe {
    static constexpr model network{};
    static constexpr ctnn::mean_squared_error loss{};
    static constexpr ctnn::sgd optimizer{};
    static constexpr auto& samples = pairs;
    static constexpr std::size_t epochs = 1;
#ifdef CTNN_WRONG
private:
    static constexpr std::size_t batch_size = 1;

public:
#else
    static constexpr std::size_t batch_size = 1;
#endif
};

constexpr auto trained = ctnn::trained<recipe>;
