#pragma once

// Every figure of the step, in both columns, as the compiler gets it. They are the output of
// tests/oracles/notebook.py, 12 significant digits each.

#include "notebook_walk.hpp"

#include <cstddef>

namespace notebook {

// To the 11th significant digit.
constexpr bool shows(double value, double figure) {
    double const size = figure < 0 ? -figure : figure;
    double const difference = value < figure ? figure - value : value - figure;
    return difference <= 5e-12 * size;
}

template <std::size_t Size>
constexpr bool shows(std::array<double, Size> const& values, double const (&figures)[Size]) {
    bool same = true;
    for (std::size_t i = 0; i < Size; ++i)
        same = same && shows(values[i], figures[i]);
    return same;
}

namespace figures_as_in_the_lecture {

constexpr walk const& w = as_in_the_lecture;
static_assert(shows(w.v0, {1.22, 1.16, 1.52}));
static_assert(shows(w.y0, {1.22, 1.16, 1.52}));
static_assert(shows(w.v1, {2.504, 2.554}));
static_assert(shows(w.y1, {0.487502603516, 0.512497396484}));
static_assert(shows(w.error, {0.312023060602, 0.312023060602}));
static_assert(shows(w.dE_dy1, {-2.05127109638, -2.05127109638}));
static_assert(shows(w.dy1_dv1.values, {0.249843815081, 0, 0, 0.249843815081}));
static_assert(shows(w.dv1_dW1.values, {1.22, 1.22, 1.16, 1.16, 1.52, 1.52}));
static_assert(shows(w.dE_dW1.values, {-0.625246823711, -0.625246823711, -0.594496979922,
                                      -0.594496979922, -0.778996042656, -0.778996042656}));
static_assert(shows(w.W1_next.values, {0.206252468237, 0.306252468237, 0.305944969799,
                                       0.505944969799, 0.607789960427, 0.407789960427}));
static_assert(shows(w.dy0_dv0, {1, 1, 1}));
static_assert(shows(w.dv0_dW0.values, {0.1, 0.1, 0.1, 0.7, 0.7, 0.7}));
static_assert(shows(w.dv1_dy0.values, {0.206252468237, 0.306252468237, 0.305944969799,
                                       0.505944969799, 0.607789960427, 0.407789960427}));
static_assert(shows(w.dE_dy0, {-0.262657445628, -0.416091480276, -0.520482065359}));
static_assert(shows(w.dE_dW0.values, {-0.0262657445628, -0.0416091480276, -0.0520482065359,
                                      -0.18386021194, -0.291264036193, -0.364337445751}));
static_assert(shows(w.W0_next.values, {0.100262657446, 0.20041609148, 0.300520482065,
                                       0.301838602119, 0.202912640362, 0.703643374458}));
static_assert(shows(w.b1_next, {1, 1}));
static_assert(shows(w.b0_next, {1, 1, 1}));

// The library gets the output layer's gradient through the lecture's own loss and softmax. (The
// hidden layer's it gets with the weights that made the output.)
static_assert(ctnn::backpropagate(initial<lecture::softmax>, lecture::cross_entropy{}, x, target)
                  .gradient.layer<1>()
                  .weights == w.dE_dW1);

} // namespace figures_as_in_the_lecture

namespace figures_correct {

constexpr walk const& w = correct;
static_assert(shows(w.v0, {1.22, 1.16, 1.52}));
static_assert(shows(w.y0, {1.22, 1.16, 1.52}));
static_assert(shows(w.v1, {2.504, 2.554}));
static_assert(shows(w.y1, {0.487502603516, 0.512497396484}));
static_assert(shows(w.error, {0.718459648013, 0}));
static_assert(shows(w.dE_dy1, {-2.05127109638, 0}));
static_assert(shows(w.dy1_dv1.values,
                    {0.249843815081, -0.249843815081, -0.249843815081, 0.249843815081}));
static_assert(shows(w.dv1_dW1.values, {1.22, 1.22, 1.16, 1.16, 1.52, 1.52}));
static_assert(shows(w.dE_dv1, {-0.512497396484, 0.512497396484}));
static_assert(shows(w.dE_dW1.values, {-0.625246823711, 0.625246823711, -0.594496979922,
                                      0.594496979922, -0.778996042656, 0.778996042656}));
static_assert(shows(w.W1_next.values, {0.206252468237, 0.293747531763, 0.305944969799,
                                       0.494055030201, 0.607789960427, 0.392210039573}));
static_assert(shows(w.dy0_dv0, {1, 1, 1}));
static_assert(shows(w.dv0_dW0.values, {0.1, 0.1, 0.1, 0.7, 0.7, 0.7}));
static_assert(shows(w.dv1_dy0.values, {0.2, 0.3, 0.3, 0.5, 0.6, 0.4}));
static_assert(shows(w.dE_dy0, {0.0512497396484, 0.102499479297, -0.102499479297}));
static_assert(shows(w.dE_dW0.values, {0.00512497396484, 0.0102499479297, -0.0102499479297,
                                      0.0358748177539, 0.0717496355078, -0.0717496355078}));
static_assert(shows(w.W0_next.values, {0.0999487502604, 0.199897500521, 0.300102499479,
                                       0.299641251822, 0.199282503645, 0.700717496355}));
static_assert(shows(w.b1_next, {1.00512497396, 0.994875026035}));
static_assert(shows(w.b0_next, {0.999487502604, 0.998975005207, 1.00102499479}));

// The library's step, in one call each, agrees. It folds softmax and cross-entropy into y - t, so
// the last bits may differ from those of the two factors.
constexpr auto back = ctnn::backpropagate(initial<ctnn::softmax>, ctnn::cross_entropy{}, x, target);
constexpr auto next =
    ctnn::sgd{.learning_rate = learning_rate}.update(initial<ctnn::softmax>, back.gradient);
static_assert(shows(back.loss, 0.718459648013));
static_assert(shows(back.gradient.layer<1>().weights.values,
                    {-0.625246823711, 0.625246823711, -0.594496979922, 0.594496979922,
                     -0.778996042656, 0.778996042656}));
static_assert(shows(back.gradient.layer<1>().biases, {-0.512497396484, 0.512497396484}));
static_assert(shows(back.gradient.layer<0>().weights.values,
                    {0.00512497396484, 0.0102499479297, -0.0102499479297, 0.0358748177539,
                     0.0717496355078, -0.0717496355078}));
static_assert(shows(back.gradient.layer<0>().biases,
                    {0.0512497396484, 0.102499479297, -0.102499479297}));
static_assert(shows(next.layer<0>().biases, {0.999487502604, 0.998975005207, 1.00102499479}));
static_assert(ctnn::loss(next, ctnn::cross_entropy{}, x, target) < back.loss);

} // namespace figures_correct

} // namespace notebook
