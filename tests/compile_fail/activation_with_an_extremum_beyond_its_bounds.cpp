// expect: activation<.*own>::has_facts_with_an_extremum_beyond_its_bounds
#include <ctnn/activation/relu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/verify/linear_bounds.hpp>

struct own : ctnn::relu {
    static constexpr ctnn::curve facts{
#ifdef CTNN_WRONG
        .minima = {{
            -1,
            1,
            -0.5
        }},
#else
        .minima = {{-1, 1, 0}},
#endif
    };
};

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, own>>;
constexpr model net{};
constexpr auto y = ctnn::linear_bounds(net, ctnn::box<double, 2>{});
