// expect: layer<0(UL)?, *(ctnn::)?dense<1(UL)?, *(.anonymous.::)?own>.*>::has_an_activation_of_which_the_error_in_fixed_point_is_not_known
#include <ctnn/ctnn.hpp>

struct own {
    static constexpr ctnn::curve facts{
        .pieces = {{-ctnn::curves::infinity, 0.5}}, .error = {1}, .keeps_range = true};
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return Scalar(0.5) * x;
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar, Scalar) {
        return Scalar(0.5);
    }
#ifndef CTNN_WRONG
    template <class T>
    static constexpr double fixed_point_error(double) {
        return 0.5 * ctnn::curves::step<T>;
    }
#endif
};

using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<1, own>>;
constexpr model net{{{{1.0f}}, {0.0f}}};
constexpr auto fixed = ctnn::convert<ctnn::fixed_point<3, 12>>(net);
constexpr auto found = ctnn::verify::difference_bounds(net, fixed, {{0.0f}, {1.0f}});
