// expect: layer<0(UL)?, scale.*has_an_update_that_does_not_take_rule_input_output_derivative_parameters_and_memory
#include <ctnn/ctnn.hpp>

struct scale {
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
        template <class Rule>
#ifdef CTNN_WRONG
        static constexpr void update(parameters&, Rule const&, values const&, values const&) {
        }
#else
        static constexpr void update(Rule const&, values const&, values const&, parameters&,
                                     auto&...) {
        }
#endif
    };
};

using model = ctnn::network<double, ctnn::input<2>, scale, ctnn::dense<1>>;
constexpr model net{};
