#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/transform.hpp>
#include <ctnn/kernel/unrolled.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/placed/detail/apply_activation.hpp>

// The activations inside a cell. What goes into one is kept in the record only if its derivative needs it: most derive
// from what comes out.

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

// What went into activations, or nothing.
template <class Scalar, std::size_t Size>
struct kept_sums {
    std::array<Scalar, Size> of_activations;

    constexpr Scalar* sums() { return of_activations.data(); }
};
template <class Scalar>
struct kept_sums<Scalar, 0> {
    constexpr Scalar* sums() { return nullptr; }
};
template <std::size_t Size, class... Activations>
inline constexpr std::size_t
    sums_to_keep = (... && customization::derives_from_its_output<Activations>) ? 0 : Size;

// The sums from number `At` on.
template <std::size_t At, class Scalar, std::size_t Size>
constexpr Scalar* sums_from(kept_sums<Scalar, Size>& kept) {
    if constexpr (Size == 0)
        return nullptr;
    else
        return kept.sums() + At;
}

// (On intervals by what verify/activation_range.hpp knows.)
template <class Activation, class Values>
[[gnu::always_inline]] constexpr Values activated(Values const& v) {
    if constexpr (requires { activation_range_of(Activation{}, v); })
        return activation_range_of(Activation{}, v);
    else
        return Activation::value(v);
}

// In vectors, if the activation takes them.
template <class Activation, std::size_t Size, class Scalar, class Change, class... From>
[[gnu::always_inline]] constexpr void transform_with(Change const& change, Scalar* to,
                                                     From const*... from) {
    if constexpr (detail::takes_vectors<Activation, Scalar> || !kernel::vectorizable<Scalar>)
        kernel::transform<Size>(change, to, from...);
    else
        kernel::transform_unrolled<Size>(change, to, from...);
}

// to = Activation(combine(from...)), number by number.
template <class Activation, std::size_t Size, class Scalar, class Combine, class... From>
[[gnu::always_inline]] constexpr void activate_each(Combine const& combine, Scalar* to,
                                                    [[maybe_unused]] Scalar* sums,
                                                    From const*... from) {
    if constexpr (customization::derives_from_its_output<Activation>) {
        transform_with<Activation, Size>(
            [&combine](auto const&... x) { return activated<Activation>(combine(x...)); }, to,
            from...);
    } else {
        kernel::transform<Size>(combine, sums, from...);
        transform_with<Activation, Size>([](auto const& v) { return activated<Activation>(v); }, to,
                                         static_cast<Scalar const*>(sums));
    }
}

// to = change(the derivative of Activation, where y came out, from...), number by number.
template <class Activation, std::size_t Size, class Scalar, class Change, class... From>
[[gnu::always_inline]] constexpr void change_by_derivatives(Change const& change, Scalar* to,
                                                            [[maybe_unused]] Scalar const* sums,
                                                            Scalar const* y, From const*... from) {
    if constexpr (customization::derives_from_its_output<Activation>) {
        transform_with<Activation, Size>(
            [&change](auto const& out, auto const&... x) {
                return change(Activation::derivative(out, out), x...);
            },
            to, y, from...);
    } else {
        Scalar slopes[Size];
        transform_with<Activation, Size>(
            [](auto const& in, auto const& out) { return Activation::derivative(in, out); },
            +slopes, sums, y);
        kernel::transform<Size>(change, to, static_cast<Scalar const*>(slopes), from...);
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::placed
