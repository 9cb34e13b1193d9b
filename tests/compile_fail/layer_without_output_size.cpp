// expect: layer<0(UL)?, scale.*lacks_a_static_output_size
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
#define NAME outputs
#else
#define NAME output_size
#endif

struct scale {
    template <class Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t NAME = Inputs;
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
