// expect: layer<0(UL)?, scale.*lacks_a_parameters_type
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
#define NAME weights
#else
#define NAME parameters
#endif

struct scale {
    template <class Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;
        struct NAME {
            values factors{};
        };
        static constexpr values forward(NAME const&, values const& x) { return x; }
        static constexpr values backward(NAME const&, values const&, values const& dv) {
            return dv;
        }
        static constexpr void accumulate_gradient(NAME const&, values const&, values const&,
                                                  NAME&) {}
    };
};

using model = ctnn::network<double, ctnn::input<2>, scale, ctnn::dense<1>>;
constexpr model net{};
