#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/detail/verdict.hpp>
#include <ctnn/network.hpp>
#include <ctnn/placed/forward.hpp>
#include <ctnn/placed/unwind.hpp>
#include <ctnn/tensor/shape.hpp>
#include <type_traits>

CTNN_NAMESPACE(ctnn) {

/// Layers whose output is added to their input: v = x + layers(x), so that they learn what to change. Their
/// parameters are those of a network: `net.layer<I>().layer<K>()`.
///
/// Shape:    any -> the same, which the layers must give.
/// Gradient: dL/dx = dL/dv + that of the layers.
/// Cost:     that of the layers, and an addition for each number.
/// Errors:   layers that give another shape do not make a network, and the message names both shapes; so of a
///           layer among them that does not fit.
/// Source:   K. He et al., "Deep residual learning for image recognition", CVPR 2016.
/// Example:  tests/layer/residual.cpp
template <class... Layers>
struct residual {
    static constexpr char const* name = "residual";

    // (two functions, because a network that does not fit must not even be named)
    template <class Scalar, std::size_t... Extents>
    static auto verdict_on(shape<Extents...>) ->
        typename detail::network_verdict<Scalar, input<Extents...>, Layers...>::type;
    template <class Scalar, std::size_t... Extents>
    static auto parts_on(shape<Extents...>) -> network<Scalar, input<Extents...>, Layers...>;

    template <class At, class Shape>
    static constexpr auto diagnose() {
        using inside = decltype(verdict_on<float>(Shape{}));
        if constexpr (!detail::is_none<inside>) {
            return typename At::template has_layers_of_which<inside>{};
        } else {
            using output_shape = typename decltype(parts_on<float>(Shape{}))::output_shape;
            if constexpr (!std::is_same_v<output_shape, Shape>)
                return typename At::template has_layers_that_give_shape<
                    output_shape>::template but_needs_shape<Shape>{};
            else
                return error::none{};
        }
    }
    template <class At, class Shape>
    using diagnosis = decltype(diagnose<At, Shape>());

    template <concepts::scalar Scalar, class Shape>
    struct bound {
        using parts = decltype(parts_on<Scalar>(Shape{}));
        using parameters = parts;
        using output_shape = Shape;
        using values = std::array<Scalar, Shape::size>;

        struct record {
            typename parts::records layers;
            values dx;
        };

        // What becomes of the input and of what the layers give.
        template <class Number>
        static constexpr auto joined(std::array<Number, Shape::size> const& x,
                                     std::array<Number, Shape::size> const& y) {
            std::array<Number, Shape::size> v{};
            for (std::size_t i = 0; i < Shape::size; ++i)
                v[i] = x[i] + y[i];
            return v;
        }

        static constexpr values forward(parameters const& p, values const& x) {
            return joined(x, p(x));
        }
        static constexpr values forward(parameters const& p, values const& x, record& r) {
            return joined(x, placed::forward(p, x, r.layers));
        }
        static constexpr void unwind(parameters const& p, values const& x, record& r,
                                     values const& dv) {
            r.dx = joined(dv, placed::unwind(p, x, r.layers, dv));
        }
        static constexpr values backward(parameters const&, values const&, record const& r,
                                         values const&) {
            return r.dx;
        }
        static constexpr void accumulate_gradient(parameters const& p, values const& x,
                                                  record const& r, values const&,
                                                  parameters& gradient) {
            placed::accumulate_unwound(p, x, r.layers, gradient);
        }
    };
};

} // CTNN_NAMESPACE(ctnn)

#include <ctnn/config/epilogue.hpp>
