// expect: recipe<recipe>.*stops_in_epoch<0(UL)?>.*at_sample<0(UL)?>.*whose_loss_is_a_nan_or_infinite
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array pairs{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

// A sum that overflows would end the constant by itself on g++, before ctnn could say why.
struct infinite : ctnn::mean_squared_error {
    static constexpr double value(pair const&, pair const&) {
        return std::numeric_limits<double>::infinity();
    }
};

struct recipe {
    static constexpr model network{};
#ifdef CTNN_WRONG
    static constexpr infinite loss{};
#else
    static constexpr ctnn::mean_squared_error loss{};
#endif
    static constexpr ctnn::sgd optimizer{};
    static constexpr auto& samples = pairs;
    static constexpr std::size_t epochs = 3;
};

constexpr auto trained = ctnn::trained<recipe>;
