#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/detail/verdict.hpp>
#include <ctnn/input.hpp>
#include <ctnn/placed/chain.hpp>
#include <ctnn/tensor/shape.hpp>

CTNN_NAMESPACE(ctnn::placed) {

// A branch of a composite layer: layers that follow one another, the first of which gets the composite's input. On a
// scalar and a shape it is a chain (chain.hpp).
template <class... Layers>
struct branch {
    // (two functions, because a network that does not fit must not even be named)
    template <class Scalar, std::size_t... Extents>
    static auto verdict_on(shape<Extents...>) ->
        typename ctnn::detail::network_verdict<Scalar, input<Extents...>, Layers...>::type;
    template <class Scalar, std::size_t... Extents>
    static auto network_on(shape<Extents...>) -> chain<Scalar, input<Extents...>, Layers...>;

    template <class Scalar, class Shape>
    using verdict = decltype(verdict_on<Scalar>(Shape{}));
    template <class Scalar, class Shape>
    using on = decltype(network_on<Scalar>(Shape{}));
};

} // CTNN_NAMESPACE(ctnn::placed)
