// expect: layer<0(UL)?, scale.*lacks_a_static_backward_from_parameters_input_record_and_output_derivative
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
#define NAME backwards
#else
#define NAME backward
#endif

struct scale {
    template <class Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;
        struct parameters {
            values factors{};
        };
        struct record {
            values seen;
        };
        static constexpr values forward(parameters const&, values const& x) { return x; }
        static constexpr values forward(parameters const&, values const& x, record& r) {
            return r.seen = x;
        }
        static constexpr void unwind(parameters const&, values const&, record&, values const&) {}
        static constexpr values NAME(parameters const&, values const&, record const&,
                                     values const& dv) {
            return dv;
        }
        static constexpr void accumulate_gradient(parameters const&, values const&, record const&,
                                                  values const&, parameters&) {}
    };
};

using model = ctnn::network<double, ctnn::input<2>, scale, ctnn::dense<1>>;
constexpr model net{};
