// expect: layer<0(UL)?, leaky_sum.*lacks_a_static_step_from_parameters_state_and_input
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
#define NAME steps
#else
#define NAME step
#endif

struct leaky_sum {
    template <class Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;
        struct parameters {};
        struct state {
            values sums{};
        };
        static constexpr values NAME(parameters const&, state& s, values const& x) {
            for (std::size_t i = 0; i < Inputs; ++i)
                s.sums[i] = s.sums[i] / Scalar(2) + x[i];
            return s.sums;
        }
        static constexpr values forward(parameters const&, values const& x) { return x; }
        static constexpr values backward(parameters const&, values const&, values const& dv) {
            return dv;
        }
    };
};

using model = ctnn::network<double, ctnn::input<2>, leaky_sum, ctnn::dense<1>>;
constexpr model net{};
