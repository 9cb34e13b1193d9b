// expect: layer<0(UL)?, least<.*has_a_join_that_lacks_an_output_shape
#include <array>
#include <ctnn/ctnn.hpp>

template <class Shape, class>
struct smaller {
#ifndef CTNN_WRONG
    using output_shape = Shape;
#endif

    template <class Values>
    static constexpr Values joined(Values const& x, Values const& y) {
        Values v{};
        for (std::size_t i = 0; i < v.size(); ++i)
            v[i] = x[i] < y[i] ? x[i] : y[i];
        return v;
    }
    template <std::size_t Branch, class Values>
    static constexpr Values derivative(Values const& dv, Values const& x, Values const& y) {
        Values dy{};
        for (std::size_t i = 0; i < dv.size(); ++i)
            dy[i] = (x[i] < y[i]) == (Branch == 0) ? dv[i] : 0;
        return dy;
    }
};

template <class... Layers>
struct least
    : ctnn::placed::composite<smaller, ctnn::placed::shortcut, ctnn::placed::branch<Layers...>> {};

using model = ctnn::network<float, ctnn::input<2>, least<ctnn::dense<2>>>;
constexpr model net{};
