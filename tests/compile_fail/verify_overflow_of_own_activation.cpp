// expect: error::layer<0, *(ctnn::)?dense<1, *(.anonymous.::)?cube>[^:]*>::is_not_affine_or_has_an_activation_of_which_overflow_is_not_known
// lines: 6 25
#include <ctnn/ctnn.hpp>

struct cube {
    static constexpr bool is_nondecreasing = true;
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x * x * x;
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return Scalar(3) * x * x;
    }
};

#ifdef CTNN_WRONG
using activation = cube;
#else
using activation = ctnn::relu;
#endif
using fixed = ctnn::fixed_point<3, 12>;
using model = ctnn::network<fixed, ctnn::input<1>, ctnn::dense<1, activation>>;
constexpr model net{{{{fixed(2)}}, {fixed(0)}}};
static_assert(ctnn::verify::no_overflow(net, {{fixed(0)}, {fixed(1)}}).proven());
