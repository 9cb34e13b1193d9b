// expect: layer<0(UL)?, ctnn::dense<3(UL)?, cube.*has_an_activation_that_lacks_a_range_of_derivatives
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/gradient_bounds.hpp>

struct cube {
    static constexpr bool is_nondecreasing = true;
#ifndef CTNN_WRONG
    static constexpr ctnn::interval<double> derivative_range(ctnn::interval<double> const& x) {
        return {0, x.upper * x.upper > x.lower * x.lower ? 3 * x.upper * x.upper
                                                         : 3 * x.lower * x.lower};
    }
#endif
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x * x * x;
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return Scalar(3) * x * x;
    }
};

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, cube>>;
constexpr model net{};
constexpr ctnn::box<double, 2> box{};
constexpr auto y = ctnn::gradient_bounds(net, box);
