// expect: activation<.*own>::has_facts_that_are_neither_a_static_constexpr_curve_nor_such_a_template
#include <ctnn/activation/silu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/verify/linear_bounds.hpp>

struct own : ctnn::silu {
#ifdef CTNN_WRONG
    static constexpr ctnn::curve facts() {
        return ctnn::silu::facts;
    }
#else
    static constexpr ctnn::curve facts = ctnn::silu::facts;
#endif
};

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, own>>;
constexpr model net{};
constexpr auto y = ctnn::linear_bounds(net, ctnn::box<double, 2>{});
