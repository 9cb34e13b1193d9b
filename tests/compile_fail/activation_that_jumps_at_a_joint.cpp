// expect: activation<.*own>::has_facts_with_pieces_that_its_value_does_not_follow
#include <ctnn/activation/relu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/verify/linear_bounds.hpp>

struct own {
    static constexpr ctnn::curve facts{.pieces = {{-ctnn::curves::infinity, 0}, {0, 1}},
                                       .error = {0}};
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
#ifdef CTNN_WRONG
        return x < Scalar(0) ? Scalar(-1) : x;
#else
        return x < Scalar(0) ? Scalar(0) : x;
#endif
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return x < Scalar(0) ? Scalar(0) : Scalar(1);
    }
};

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, own>>;
constexpr model net{};
constexpr auto y = ctnn::linear_bounds(net, ctnn::box<double, 2>{});
