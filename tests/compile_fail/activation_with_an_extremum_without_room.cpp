// expect: activation<.*own>::has_facts_with_an_extremum_of_which_from_is_not_below_to
#include <ctnn/activation/silu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/verify/linear_bounds.hpp>

struct own : ctnn::silu {
    static constexpr ctnn::curve facts = [] {
        ctnn::curve of = ctnn::silu::facts;
#ifdef CTNN_WRONG
        of.minima[0].to = of.minima[0].from;
#else
        of.minima[0].to = of.minima[0].from + 1e-3;
#endif
        return of;
    }();
};

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, own>>;
constexpr model net{};
constexpr auto y = ctnn::linear_bounds(net, ctnn::box<double, 2>{});
