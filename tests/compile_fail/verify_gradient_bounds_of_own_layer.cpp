// expect: layer<0(UL)?, twice.*has_no_derivative_ranges_because_it_is_neither_affine_nor_an_activation
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/gradient_bounds.hpp>
#include <ctnn/verify/linear_bounds.hpp>

struct twice {
    template <ctnn::concepts::scalar Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;
        struct parameters {};
        static constexpr values forward(parameters, values const& x) {
            values y = x;
            for (Scalar& of : y)
                of = of + of;
            return y;
        }
        static constexpr values backward(parameters p, values const&, values const& dv) {
            return forward(p, dv);
        }
    };
};

using model = ctnn::network<double, ctnn::input<1>, twice, ctnn::dense<1>>;
constexpr model net{{{{1}}, {0}}};
constexpr ctnn::box<double, 1> box{{1}, {1}};
#ifdef CTNN_WRONG
constexpr auto y = ctnn::gradient_bounds(net, box);
#else
constexpr auto y = ctnn::linear_bounds(net, box);
#endif
static_assert(y[0].contains(2));
