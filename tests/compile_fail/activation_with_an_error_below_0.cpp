// expect: activation<.*own>::has_facts_with_an_error_below_0
#include <ctnn/activation/silu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/verify/linear_bounds.hpp>

struct own : ctnn::silu {
    static constexpr ctnn::curve facts = [] {
        ctnn::curve of = ctnn::silu::facts;
#ifdef CTNN_WRONG
        of.error.of_value = -1;
#else
        of.error.of_value = 9;
#endif
        return of;
    }();
};

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, own>>;
constexpr model net{};
constexpr auto y = ctnn::linear_bounds(net, ctnn::box<double, 2>{});
