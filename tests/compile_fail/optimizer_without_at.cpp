// expect: optimizer_of_type<mine>.*lacks_at_or_update_of_parameter_derivative_memory_and_constants
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

struct mine {
#ifndef CTNN_WRONG
    template <class Scalar>
    static constexpr Scalar at() {
        return Scalar(0.5);
    }
#endif
    static constexpr void update(auto& parameter, auto const& derivative, auto&, auto const& rate) {
        parameter -= rate * derivative;
    }
};

auto const result = ctnn::train(model{}, ctnn::mean_squared_error{}, mine{}, samples, {});
