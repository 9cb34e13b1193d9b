// expect: activation<.*own>::has_a_slope_that_is_no_static_template_of_a_double
#include <ctnn/activation/silu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/verify/linear_bounds.hpp>

struct own : ctnn::silu {
#ifdef CTNN_WRONG
    static constexpr double slope(double x) {
        return ctnn::silu::slope<double>(x);
    }
#else
    template <class>
    static constexpr double slope(double x) {
        return ctnn::silu::slope<double>(x);
    }
#endif
};

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, own>>;
constexpr model net{};
constexpr auto y = ctnn::linear_bounds(net, ctnn::box<double, 2>{});
