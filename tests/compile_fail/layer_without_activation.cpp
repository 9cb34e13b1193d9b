// expect: layer<0(UL)?, scale.*lacks_an_activation_with_value_and_derivative_or_forward_and_backward
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using chosen = ctnn::cross_entropy;
#else
using chosen = ctnn::relu;
#endif

struct scale {
    using activation = chosen;
    template <class Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;
        struct parameters {
            values factors{};
        };
        static constexpr values forward(parameters const&, values const& x) { return x; }
        static constexpr values backward(parameters const&, values const&, values const& dv) {
            return dv;
        }
        static constexpr void accumulate_gradient(parameters const&, values const&, values const&,
                                                  parameters&) {}
    };
};

using model = ctnn::network<double, ctnn::input<2>, scale, ctnn::dense<1>>;
constexpr model net{};
