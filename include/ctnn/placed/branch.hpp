#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/placed/chain.hpp>
#include <ctnn/tensor/input.hpp>
#include <ctnn/tensor/shape.hpp>

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

// A branch of a composite layer: layers that follow one another. The first one gets the composite's input. With a
// scalar and a shape it becomes a chain (chain.hpp).
template <class... Layers>
struct branch {
    // (two functions, because a network that does not fit must not even be named)
    template <class Scalar, std::size_t... Extents>
    static auto diagnosis_on(shape<Extents...>) ->
        typename ctnn::detail::network_diagnosis<Scalar, input<Extents...>, Layers...>::type;
    template <class Scalar, std::size_t... Extents>
    static auto network_on(shape<Extents...>) -> chain<Scalar, input<Extents...>, Layers...>;

    template <class Scalar, class Shape>
    using diagnosis = decltype(diagnosis_on<Scalar>(Shape{}));
    template <class Scalar, class Shape>
    using on = decltype(network_on<Scalar>(Shape{}));
};

CTNN_ARITHMETIC_END
} // namespace ctnn::placed

#include <ctnn/config/epilogue.hpp>
