#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/input.hpp>
#include <ctnn/network.hpp>
#include <ctnn/placed/forward.hpp>
#include <ctnn/placed/unwind.hpp>
#include <ctnn/tensor/shape.hpp>

namespace own {

// Layers as one layer, which does what they do and no more.
template <class... Layers>
struct sequence {
    template <class Scalar, std::size_t... Extents>
    static auto parts_on(ctnn::shape<Extents...>)
        -> ctnn::network<Scalar, ctnn::input<Extents...>, Layers...>;

    template <ctnn::concepts::scalar Scalar, class Shape>
    struct bound {
        using parts = decltype(parts_on<Scalar>(Shape{}));
        using parameters = parts;
        using output_shape = typename parts::output_shape;
        using input = typename parts::input_type;
        using output = typename parts::output_type;

        struct record {
            typename parts::records layers;
            input dx;
        };

        static constexpr output forward(parameters const& p, input const& x) { return p(x); }
        static constexpr output forward(parameters const& p, input const& x, record& r) {
            return ctnn::placed::forward(p, x, r.layers);
        }
        static constexpr void unwind(parameters const& p, input const& x, record& r,
                                     output const& dv) {
            r.dx = ctnn::placed::unwind(p, x, r.layers, dv);
        }
        static constexpr input backward(parameters const&, input const&, record const& r,
                                        output const&) {
            return r.dx;
        }
        static constexpr void accumulate_gradient(parameters const& p, input const& x,
                                                  record const& r, output const&,
                                                  parameters& gradient) {
            ctnn::placed::accumulate_unwound(p, x, r.layers, gradient);
        }
    };
};

} // namespace own
