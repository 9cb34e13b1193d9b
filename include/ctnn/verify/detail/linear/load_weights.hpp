#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/placed/has_windows.hpp>
#include <type_traits>

// An affine layer as a matrix, weights[input][output], with a row of biases. Inputs that are not taken are always 0,
// and so are their weights here. Says whether weights that meet nothing but zeros, and so are in no bound, are finite:
// the program makes a NaN of others.

CTNN_NAMESPACE(ctnn::verify::detail) {

// Adds 0 times each weight: 0, or a NaN. (The machine has no branch here, as it takes whole vectors.)
template <std::size_t Size, class T>
constexpr void add_zeros(T const* weights, T* sums) {
    if (std::is_constant_evaluated()) // (clang has no constant that makes a NaN)
        for (std::size_t j = 0; j < Size; ++j)
            sums[j] = math::is_finite(weights[j]) ? sums[j] : T(1);
    else
        for (std::size_t j = 0; j < Size; ++j)
            sums[j] += T(0) * weights[j];
}

template <placed::has_one_window Bound>
constexpr bool load_weights(typename Bound::parameters const& p, bool const* taken,
                            double* weights) {
    constexpr std::size_t outputs = Bound::channels;
    auto const* const w = p.weights.values.data();
    std::remove_cvref_t<decltype(*w)> zeros[outputs]{};
    for (std::size_t h = 0; h < Bound::windows::size; ++h)
        if (taken[h]) {
            for (std::size_t i = h * outputs; i < (h + 1) * outputs; ++i)
                weights[i] = static_cast<double>(w[i]);
        } else {
            add_zeros<outputs>(w + h * outputs, +zeros);
            for (std::size_t i = h * outputs; i < (h + 1) * outputs; ++i)
                weights[i] = 0;
        }
    bool finite = true;
    for (auto const zero : zeros)
        finite = finite && zero == 0;
    return finite;
}

template <placed::has_many_windows Bound>
constexpr bool load_weights(typename Bound::parameters const& p, bool const* taken,
                            double* weights) {
    using windows = typename Bound::windows;
    constexpr std::size_t channels = Bound::channels, outputs = windows::count * channels;
    auto const* const w = p.weights.values.data();
    bool finite = true;
    for (std::size_t i = 0; i < windows::size * channels; ++i)
        finite = finite && math::is_finite(w[i]);
    for (std::size_t i = 0; i < windows::input_size * outputs; ++i)
        weights[i] = 0;
    for (std::size_t k = 0; k < windows::count; ++k)
        windows::for_each_run(k, [&](std::size_t place, std::size_t from, std::size_t length) {
            for (std::size_t n = 0; n < length; ++n)
                for (std::size_t c = 0; taken[from + n] && c < channels; ++c)
                    weights[(from + n) * outputs + k * channels + c] =
                        static_cast<double>(w[(place + n) * channels + c]);
        });
    return finite;
}

template <placed::has_windows Bound>
constexpr void load_biases(typename Bound::parameters const& p, double* biases) {
    auto const* const b = p.biases.data();
    for (std::size_t w = 0; w < Bound::windows::count; ++w)
        for (std::size_t c = 0; c < Bound::channels; ++c)
            biases[w * Bound::channels + c] = static_cast<double>(b[c]);
}

} // CTNN_NAMESPACE(ctnn::verify::detail)
