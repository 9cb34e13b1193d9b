// expect: layer<0(UL)?, scale.*has_an_initialize_that_does_not_take_parameters_and_draw
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
        template <class Draw>
#ifdef CTNN_WRONG
        static constexpr void initialize(Draw const& draw, parameters& p){
#else
        static constexpr void initialize(parameters& p, Draw const& draw) {
#endif
            for (Scalar & factor
                 : p.factors) factor = draw(1, 1);
    }
};
}
;

using model = ctnn::network<double, ctnn::input<2>, scale, ctnn::dense<1>>;
constexpr model net{};
