#pragma once

#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/concept/customization.hpp>
#include <utility>

namespace ctnn::compiler {
namespace detail {

template <class Activation, class Indices>
struct unrolled_activation;

template <class Activation, std::size_t... Index>
struct unrolled_activation<Activation, std::index_sequence<Index...>> {
    template <class Scalar>
    static constexpr void forward([[maybe_unused]] Scalar const* v, [[maybe_unused]] Scalar* y) {
        ((y[Index] = Activation::value(v[Index])), ...);
    }
    template <class Scalar>
    static constexpr void backward([[maybe_unused]] Scalar const* v,
                                   [[maybe_unused]] Scalar const* y,
                                   [[maybe_unused]] Scalar const* dy, [[maybe_unused]] Scalar* dv) {
        ((dv[Index] = dy[Index] * Activation::derivative(v[Index], y[Index])), ...);
    }
};

} // namespace detail

// An activation on all numbers of a layer, as in placed/detail/apply_activation.hpp, with as few calls as
// can be. (clang takes no more than 256 operands in one expression.)
template <class Activation, class Scalar, std::size_t Size>
struct activation_form {
    static constexpr bool is_elementwise = concepts::elementwise_activation<Activation, Scalar>;
    static constexpr bool takes_pointers = customization::works_in_place<Activation, Size, Scalar>;
    static constexpr bool takes_arrays = !is_elementwise && !takes_pointers;

    template <class V, class Y>
    static constexpr void forward(V const& v, Y&& y) {
        if constexpr (is_elementwise) {
            for (std::size_t i = 0; i < whole; i += at_once)
                unrolled::forward(v.data + i, y.data + i);
            unrolled_rest::forward(v.data + whole, y.data + whole);
        } else if constexpr (takes_pointers) {
            Activation::template forward<Size>(v.data, y.data);
        } else {
            y.array = Activation::forward(v.array);
        }
    }
    template <class V, class Y, class DY, class DV>
    static constexpr void backward(V const& v, Y const& y, DY const& dy, DV&& dv) {
        if constexpr (is_elementwise) {
            for (std::size_t i = 0; i < whole; i += at_once)
                unrolled::backward(v.data + i, y.data + i, dy.data + i, dv.data + i);
            unrolled_rest::backward(v.data + whole, y.data + whole, dy.data + whole,
                                    dv.data + whole);
        } else if constexpr (takes_pointers) {
            Activation::template backward<Size>(v.data, y.data, dy.data, dv.data);
        } else {
            dv.array = Activation::backward(v.array, y.array, dy.array);
        }
    }

private:
    static constexpr std::size_t at_once = 64;
    static constexpr std::size_t whole = Size / at_once * at_once;
    using unrolled = detail::unrolled_activation<Activation, std::make_index_sequence<at_once>>;
    using unrolled_rest =
        detail::unrolled_activation<Activation, std::make_index_sequence<Size - whole>>;
};

} // namespace ctnn::compiler
