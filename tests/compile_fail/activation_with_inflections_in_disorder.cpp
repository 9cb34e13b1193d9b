// expect: activation<.*own>::has_facts_with_inflections_that_are_not_in_order_or_without_a_bend
#include <ctnn/activation/relu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/verify/linear_bounds.hpp>

struct own : ctnn::relu {
    static constexpr ctnn::curve facts{
#ifdef CTNN_WRONG
        .inflections = {{
            0
        }},
#else
        .bend = 1,
        .inflections = {{0}},
#endif
    };
};

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, own>>;
constexpr model net{};
constexpr auto y = ctnn::linear_bounds(net, ctnn::box<double, 2>{});
