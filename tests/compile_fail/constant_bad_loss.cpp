// expect: the_loss_of_a_sample_is_a_nan_or_infinite
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

// A sum that overflows would end the constant by itself on g++, before ctnn could say why.
struct infinite : ctnn::mean_squared_error {
    static constexpr double value(pair const&, pair const&) {
        return std::numeric_limits<double>::infinity();
    }
};

#ifdef CTNN_WRONG
constexpr auto result = ctnn::train(model{}, infinite{}, ctnn::sgd{}, samples, {});
#else
constexpr auto result = ctnn::train(model{}, ctnn::mean_squared_error{}, ctnn::sgd{}, samples, {});
#endif
