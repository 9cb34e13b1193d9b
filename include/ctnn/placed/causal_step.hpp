#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/affine.hpp>
#include <ctnn/kernel/affine_lanes.hpp>
#include <ctnn/kernel/group_rows.hpp>
#include <ctnn/placed/affine.hpp>
#include <ctnn/tensor/detail/groups_of.hpp>
#include <ctnn/tensor/shape.hpp>

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

// The rows of a sequence that later windows need, in a ring: none before the first step, when they are zeros.
template <class Scalar, std::size_t Rows, std::size_t Size>
struct rows_before {
    std::array<Scalar, Rows * Size> rows{};
    std::uint32_t oldest = 0;

    // Row number k of them, from the oldest one on.
    constexpr Scalar const* row(std::size_t k) const {
        std::size_t const place = oldest + k;
        return rows.data() + (place < Rows ? place : place - Rows) * Size;
    }
    // A new row takes the place of the oldest one.
    constexpr void push(Scalar const* x) {
        Scalar* const to = rows.data() + oldest * Size;
        for (std::size_t i = 0; i < Size; ++i)
            to[i] = x[i];
        oldest = oldest + 1 == Rows ? 0 : oldest + 1;
    }

    friend constexpr bool operator==(rows_before const&, rows_before const&) = default;
};
// A window of one row.
template <class Scalar, std::size_t Size>
struct rows_before<Scalar, 0, Size> {
    static constexpr Scalar const* row(std::size_t) { return nullptr; } // (not called)
    static constexpr void push(Scalar const*) {}

    friend constexpr bool operator==(rows_before const&, rows_before const&) = default;
};

// A causal convolution that gets one row of its sequence at a time. Windows are those of a sequence of one row; the user of
// the layer keeps the rows before it. Places of a window lie Dilation rows apart.
template <concepts::scalar Scalar, class Windows, std::size_t Channels, std::size_t Dilation>
struct causal_step : affine<Scalar, Windows, Channels> {
    using layer = affine<Scalar, Windows, Channels>;
    static constexpr std::size_t groups = tensor::groups_of<Windows>;
    static constexpr std::size_t outputs = groups * Channels;
    static constexpr std::size_t places = Windows::places, inputs = Windows::input_size;
    using output_shape = shape<outputs>;
    using typename layer::input_type, typename layer::output_type, typename layer::parameters;
    using state = rows_before<Scalar, (places - 1) * Dilation, inputs>;

    static constexpr output_type step(parameters const& p, state& s, input_type const& x) {
        output_type v;
        Scalar const *const weights = p.weights.values.data(), *const biases = p.biases.data();
        if constexpr (groups == 1) {
            Scalar window[places * inputs];
            for (std::size_t k = 0; k + 1 < places; ++k)
                copy(s.row(k * Dilation), window + k * inputs);
            copy(x.data(), window + (places - 1) * inputs);
            kernel::affine<places * inputs, outputs>(+window, weights, biases, v.data());
        } else {
            kernel::group_rows<Scalar, places, inputs / groups, groups, Channels> window;
            for (std::size_t k = 0; k + 1 < places; ++k)
                window.set(k, s.row(k * Dilation));
            window.set(places - 1, x.data());
            kernel::affine_lanes<Windows::size, outputs, Channels>(+window.rows, weights, biases,
                                                                   v.data());
        }
        s.push(x.data());
        return v;
    }

private:
    static constexpr void copy(Scalar const* from, Scalar* to) {
        for (std::size_t i = 0; i < inputs; ++i)
            to[i] = from[i];
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::placed
