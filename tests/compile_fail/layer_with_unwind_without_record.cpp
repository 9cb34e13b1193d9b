// expect: layer<0(UL)?, scale.*has_an_unwind_but_no_record
#include <ctnn/ctnn.hpp>

struct scale {
    template <class Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;
        struct parameters {
            values factors{};
        };
#ifndef CTNN_WRONG
        using record = values;
#endif
        static constexpr values forward(parameters const&, values const& x) {
            return x;
        }
        static constexpr values forward(parameters const&, values const& x, auto&) {
            return x;
        }
        static constexpr void unwind(parameters const&, values const&, auto&, values const&) {}
        static constexpr values backward(parameters const&, values const&, values const& dv) {
            return dv;
        }
        static constexpr values backward(parameters const&, values const&, auto const&,
                                         values const& dv) {
            return dv;
        }
        static constexpr void accumulate_gradient(parameters const&, values const&, values const&,
                                                  parameters&) {}
        static constexpr void accumulate_gradient(parameters const&, values const&, auto const&,
                                                  values const&, parameters&) {}
    };
};

using model = ctnn::network<double, ctnn::input<2>, scale, ctnn::dense<1>>;
constexpr model net{};
