// expect: layer<0(UL)?, ctnn::gru<3(UL)?, cube.*has_an_activation_that_lacks_a_range_of_intervals_or_is_nondecreasing
#include <concepts>
#include <ctnn/ctnn.hpp>

struct cube {
#ifndef CTNN_WRONG
    static constexpr bool is_nondecreasing = true;
#endif
    template <std::floating_point Scalar>
    static constexpr Scalar value(Scalar x) {
        return x * x * x;
    }
    template <std::floating_point Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return 3 * x * x;
    }
};

using model = ctnn::network<double, ctnn::input<2>, ctnn::gru<3, cube>>;
constexpr model net{};
constexpr auto y = ctnn::bounds(net, ctnn::box<double, 2>{});
