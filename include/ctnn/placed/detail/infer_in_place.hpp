#pragma once

#include <array>
#include <boost/hana/fold_left.hpp>
#include <cstddef>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/placed/detail/apply_activation.hpp>
#include <ctnn/placed/detail/forward_into.hpp>
#include <ctnn/tensor/detail/largest_of.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::detail {

// The size of the widest layer whose place among those that compute is even (Parity 0) or odd (1). The result, which the
// last layer's activation writes, fits into both.
template <class Network, std::size_t Parity, std::size_t... Index>
constexpr std::size_t widest_layer(std::index_sequence<Index...>) {
    return largest_of({Network::output_size, (Network::template computes<Index> &&
                                                      Network::template place<Index> % 2 == Parity
                                                  ? Network::template stage<Index>::output_size
                                                  : 0)...});
}

template <class Network>
struct two_places {
    using scalar = typename Network::scalar;
    using indices = std::make_index_sequence<Network::depth>;
    alignas(scalar) unsigned char even[widest_layer<Network, 0>(indices{}) * sizeof(scalar)];
    alignas(scalar) unsigned char odd[widest_layer<Network, 1>(indices{}) * sizeof(scalar)];
};

// The forward pass of a machine without vectors: layers alternate between two buffers, and each
// activation overwrites what it reads; but the last one may overwrite what its layer has read. The
// result is in one of the buffers. `forward(stage, x, v)` does a layer without its activation.
template <class Network, class Forward>
[[gnu::always_inline]] inline typename Network::output_type const&
infer_in_place(typename Network::input_type const& x, two_places<Network>& places,
               Forward const& forward) {
    return *boost::hana::fold_left(
        typename Network::computing_stages{}, &x, [&places, &forward](auto const* in, auto stage) {
            using here = decltype(stage);
            using output = typename here::output;
            using activation = typename here::activation;
            constexpr bool is_even = Network::template place<here::index> % 2 == 0;
            output& v = *reinterpret_cast<output*>(is_even ? places.even : places.odd);
            forward(stage, *in, v);
            constexpr bool may_be_in_place =
                concepts::elementwise_activation<activation, typename here::scalar>;
            if constexpr (std::is_same_v<activation, identity>) {
                return static_cast<output const*>(&v);
            } else if constexpr (may_be_in_place) {
                activate_into<activation>(v, v);
                return static_cast<output const*>(&v);
            } else if constexpr (here::index + 1 == Network::depth) {
                output& y = *reinterpret_cast<output*>(is_even ? places.odd : places.even);
                activate_into<activation>(v, y);
                return static_cast<output const*>(&y);
            } else {
                output const before = v;
                activate_into<activation>(before, v);
                return static_cast<output const*>(&v);
            }
        });
}

// A few numbers are returned one by one. Otherwise g++ keeps a copy on the stack for each function
// that passes them on.
template <class Scalar, std::size_t Size>
[[gnu::always_inline]] inline std::array<Scalar, Size> copy_of(std::array<Scalar, Size> const& y) {
    if constexpr (Size > 16)
        return y;
    else
        return [&y]<std::size_t... K>(std::index_sequence<K...>) __attribute__((always_inline)) {
            return std::array<Scalar, Size>{y[K]...};
        }
    (std::make_index_sequence<Size>{});
}

} // namespace ctnn::detail
