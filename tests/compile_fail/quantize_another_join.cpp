// expect: layer<0(UL)?, joined<product.*cannot_be_quantized_because_only_its_code_is_known
#include <array>
#include <ctnn/ctnn.hpp>

template <class Shape, class>
struct product {
    using output_shape = Shape;

    template <class Number, std::size_t Size>
    static constexpr auto joined(std::array<Number, Size> x, std::array<Number, Size> const& y) {
        for (std::size_t i = 0; i < Size; ++i)
            x[i] *= y[i];
        return x;
    }
    template <std::size_t Branch, class Values>
    static constexpr Values derivative(Values const& dv, Values const& x, Values const& y) {
        return joined(dv, Branch == 0 ? y : x);
    }
};
template <template <class...> class Join, class... Layers>
struct joined
    : ctnn::placed::composite<Join, ctnn::placed::shortcut, ctnn::placed::branch<Layers...>> {};

#ifdef CTNN_WRONG
using layer = joined<product, ctnn::dense<2>>;
#else
using layer = joined<ctnn::placed::sum, ctnn::dense<2>>;
#endif

using model = ctnn::network<float, ctnn::input<2>, layer>;
constexpr ctnn::sample<std::array<float, 2>, std::array<float, 2>> samples[]{{{1, 2}, {}}};
constexpr auto small = ctnn::quantize(model{}, samples).network;
