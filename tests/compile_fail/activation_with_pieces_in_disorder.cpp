// expect: activation<.*own>::has_facts_with_pieces_that_are_not_in_order_from_minus_infinity_on
#include <ctnn/activation/relu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/verify/linear_bounds.hpp>

struct own : ctnn::relu {
    static constexpr ctnn::curve facts{
#ifdef CTNN_WRONG
        .pieces = {{
            0,
            1
        }},
#else
        .pieces = {{-ctnn::curves::infinity, 0}, {0, 1}},
#endif
    };
};

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, own>>;
constexpr model net{};
constexpr auto y = ctnn::linear_bounds(net, ctnn::box<double, 2>{});
