// expect: layer<0(UL)?, cube.*lacks_a_bound_template_over_scalar_and_input_size
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
#define DERIVATIVE slope
#else
#define DERIVATIVE derivative
#endif

struct cube {
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x * x * x;
    }
    template <class Scalar>
    static constexpr Scalar DERIVATIVE(Scalar x, Scalar) {
        return Scalar(3) * x * x;
    }
};

using model = ctnn::network<double, ctnn::input<2>, cube>;
constexpr model net{};
