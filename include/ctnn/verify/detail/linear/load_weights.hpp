#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/placed/has_windows.hpp>
#include <ctnn/tensor/detail/groups_of.hpp>
#include <type_traits>

// The weights of an affine layer in double, stored once for all windows: weights[number in the window][channel], one block
// after the other where windows take blocks in turn (tensor/detail/groups_of.hpp). There is one bias for each output. In a dense layer, inputs that are not taken are always 0, and so are their weights here.
// Returns whether weights that meet only zeros, and so are in no bound, are finite: otherwise the program gets a
// NaN.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

template <class Bound>
inline constexpr std::size_t weights_of = 0;
template <customization::has_windows Bound>
inline constexpr std::size_t weights_of<Bound> = Bound::windows::size* placed::columns_of<Bound>;

// Adds 0 times each weight: 0, or a NaN. (The machine has no branch here, because it uses whole vectors.)
template <std::size_t Size, class T>
constexpr void add_zeros(T const* weights, T* sums) {
    if (std::is_constant_evaluated()) // (clang refuses constants that compute a NaN)
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
constexpr bool load_weights(typename Bound::parameters const& p, bool const*, double* weights) {
    auto const* const w = p.weights.values.data();
    bool finite = true;
    constexpr std::size_t groups = tensor::groups_of<typename Bound::windows>;
    for (std::size_t g = 0; g < groups; ++g)
        for (std::size_t i = 0; i < Bound::windows::size; ++i)
            for (std::size_t c = 0; c < Bound::channels; ++c) {
                auto const weight = w[(i * groups + g) * Bound::channels + c];
                finite = finite && math::is_finite(weight);
                *weights++ = static_cast<double>(weight);
            }
    return finite;
}

// The weights that a window has, of those.
template <class Bound>
constexpr double const* weights_of_window(double const* weights, std::size_t window) {
    using windows = typename Bound::windows;
    return weights + window % tensor::groups_of<windows> * windows::size * Bound::channels;
}

template <customization::has_windows Bound>
constexpr void load_biases(typename Bound::parameters const& p, double* biases) {
    auto const* const b = p.biases.data();
    for (std::size_t w = 0; w < Bound::windows::count; ++w)
        for (std::size_t c = 0; c < Bound::channels; ++c)
            biases[w * Bound::channels + c] = static_cast<double>(
                b[w % tensor::groups_of<typename Bound::windows> * Bound::channels + c]);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
