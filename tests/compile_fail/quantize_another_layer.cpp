// expect: layer<0, scale>.*cannot_be_quantized_because_only_its_code_is_known
#include <ctnn/ctnn.hpp>

template <class Scalar, class... Layers>
using model = ctnn::network<Scalar, ctnn::input<2>, Layers..., ctnn::dense<2, ctnn::softmax>>;
template <class Scalar>
constexpr ctnn::sample<std::array<Scalar, 2>, std::array<Scalar, 2>> samples[]{{}};

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
    };
};

#ifdef CTNN_WRONG
using wrong = model<float, scale>;
constexpr auto small = ctnn::quantize(wrong{}, samples<wrong::scalar>).network;
#else
using right = model<float, ctnn::dense<2>>;
constexpr auto small = ctnn::quantize(right{}, samples<right::scalar>).network;
#endif
