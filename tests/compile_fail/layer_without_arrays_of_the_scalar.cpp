// expect: layer<0(UL)?, scale.*lacks_parameters_made_of_arrays_of_the_scalar
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
template <class Scalar, std::size_t>
using chosen = Scalar;
#else
template <class Scalar, std::size_t Inputs>
using chosen = std::array<Scalar, Inputs>;
#endif

struct scale {
    template <class Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;
        struct parameters {
            chosen<Scalar, Inputs> factors{};
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
