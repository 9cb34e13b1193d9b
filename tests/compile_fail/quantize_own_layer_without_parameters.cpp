// expect: layer<0, twice>.*cannot_be_quantized_because_only_its_code_is_known
#include <ctnn/ctnn.hpp>

struct twice {
    template <class Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;
        struct parameters {};
        static constexpr values forward(parameters, values const& x) {
            values y = x;
            for (Scalar& of : y)
                of = of + of;
            return y;
        }
        static constexpr values backward(parameters p, values const&, values const& dv) {
            return forward(p, dv);
        }
    };
};

template <class... Layers>
using model = ctnn::network<float, ctnn::input<2>, Layers..., ctnn::dense<2>>;
constexpr ctnn::sample<std::array<float, 2>, std::array<float, 2>> samples[]{{}};

#ifdef CTNN_WRONG
constexpr auto small = ctnn::quantize(model<twice>{}, samples).network;
#else
constexpr auto small = ctnn::quantize(model<ctnn::relu>{}, samples).network;
#endif
