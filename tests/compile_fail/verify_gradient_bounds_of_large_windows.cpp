// expect: layer<0, *(ctnn::)?conv2d<1.*has_windows_of_matrix_size<705600>::but_derivatives_hold_at_most<262144>
#include <ctnn/ctnn.hpp>
#include <ctnn/layer/conv2d.hpp>

template <std::size_t Rows>
using model =
    ctnn::network<double, ctnn::input<Rows, 30, 1>, ctnn::conv2d<1, ctnn::kernel_size<3, 3>>>;

template <std::size_t Rows>
double slope(model<Rows> const& net) {
    return ctnn::gradient_bounds(net, ctnn::box<double, Rows * 30>{})[0][0].lower;
}

#ifdef CTNN_WRONG
double of(model<30> const& net) {
    return slope<30>(net);
}
#else
double of(model<4> const& net) {
    return slope<4>(net);
}
#endif
