// expect: activation<.*own>::has_facts_with_pieces_that_its_value_does_not_follow
#include <ctnn/activation/relu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/verify/linear_bounds.hpp>

// Without facts of its own it has those of relu.
struct own : ctnn::relu {
#ifndef CTNN_WRONG
    static constexpr ctnn::curve facts{.pieces = {{-ctnn::curves::infinity, 0.5}, {0, 1}},
                                       .error = {1}};
#endif
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x < Scalar(0) ? Scalar(0.5) * x : x;
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return x < Scalar(0) ? Scalar(0.5) : Scalar(1);
    }
};

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, own>>;
constexpr model net{};
constexpr auto y = ctnn::linear_bounds(net, ctnn::box<double, 2>{});
