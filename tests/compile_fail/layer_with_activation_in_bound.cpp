// expect: layer<0(UL)?, scale.*names_an_activation_in_bound_but_needs_it_in_the_layer
#include <ctnn/ctnn.hpp>

struct scale {
#ifndef CTNN_WRONG
    using activation = ctnn::relu;
#endif
    template <class Scalar, std::size_t Inputs>
    struct bound {
#ifdef CTNN_WRONG
        using activation = ctnn::relu;
#endif
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;
        struct parameters {
            values factors{};
        };
        static constexpr values forward(parameters const&, values const& x) {
            return x;
        }
        static constexpr values backward(parameters const&, values const&, values const& dv) {
            return dv;
        }
        static constexpr void accumulate_gradient(parameters const&, values const&, values const&,
                                                  parameters&) {}
    };
};

using model = ctnn::network<double, ctnn::input<2>, scale, ctnn::dense<1>>;
constexpr model net{};
