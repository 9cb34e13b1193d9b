// expect: activation<.*own>::has_facts_with_slopes_of_which_the_lower_is_above_the_upper
#include <ctnn/activation/silu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/verify/linear_bounds.hpp>

struct own : ctnn::silu {
    static constexpr ctnn::curve facts = [] {
        ctnn::curve of = ctnn::silu::facts;
#ifdef CTNN_WRONG
        of.slopes = {1.2, -0.2};
#else
        of.slopes = {-0.2, 1.2};
#endif
        return of;
    }();
};

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, own>>;
constexpr model net{};
constexpr auto y = ctnn::linear_bounds(net, ctnn::box<double, 2>{});
