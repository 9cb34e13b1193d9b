#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/add_outer.hpp>
#include <ctnn/kernel/affine.hpp>
#include <ctnn/kernel/affine_windows.hpp>
#include <ctnn/kernel/dot_rows.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/placed/affine_groups.hpp>
#include <ctnn/placed/affine_whole.hpp>
#include <ctnn/placed/detail/update_layer.hpp>
#include <ctnn/tensor/detail/add_blocks.hpp>
#include <ctnn/tensor/matrix.hpp>
#include <type_traits>

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

// A layer that applies one dense layer to each of its windows: v = window W + b, Channels numbers for a window.
// Every face derives its own form from `windows`.
//
// A backward pass adds window by window. A gradient is summed over the windows from zero, and the sum is then added
// to the gradient. All faces keep this order.
template <concepts::scalar Scalar, class Windows, std::size_t Channels>
struct affine {
    using windows = Windows;
    static constexpr std::size_t channels = Channels;
    static constexpr std::size_t working_scalars = Windows::size; // for a copy of a window
    static constexpr std::size_t multiply_adds = Windows::count * Windows::size * Channels;
    using output_shape = typename Windows::template output_shape<Channels>;
    using input_type = std::array<Scalar, Windows::input_size>;
    using output_type = std::array<Scalar, output_shape::size>;

    struct parameters {
        matrix<Scalar, Windows::size, Channels> weights{};
        std::array<Scalar, Channels> biases{};

        friend constexpr bool operator==(parameters const&, parameters const&) = default;
    };

    static constexpr void forward_into(parameters const& p, input_type const& x, output_type& v) {
        if constexpr (has_rows)
            if (!std::is_constant_evaluated())
                return forward_by_rows(p, x, v);
        Scalar window[Windows::size];
        for (std::size_t w = 0; w < Windows::count; ++w) {
            Windows::gather(x.data(), w, +window);
            kernel::affine<Windows::size, Channels>(+window, p.weights.values.data(),
                                                    p.biases.data(), v.data() + w * Channels);
        }
    }
    static constexpr output_type forward(parameters const& p, input_type const& x) {
        output_type v;
        forward_into(p, x, v);
        return v;
    }

    static constexpr input_type backward(parameters const& p, input_type const&,
                                         output_type const& dv) {
        input_type dx{};
        Scalar window[Windows::size];
        for (std::size_t w = 0; w < Windows::count; ++w) {
            kernel::dot_rows<Windows::size, Channels>(p.weights.values.data(),
                                                      dv.data() + w * Channels, +window);
            Windows::scatter_add(+window, w, dx.data());
        }
        return dx;
    }

    static constexpr void accumulate_gradient(parameters const&, input_type const& x,
                                              output_type const& dv, parameters& gradient) {
        detail::add_blocks(summed_up(x, dv), gradient);
    }

    template <class Rule, class... Memory>
    static constexpr void update(Rule const& rule, input_type const& x, output_type const& dv,
                                 parameters& p, Memory&... memory) {
        detail::update_parameters(rule, summed_up(x, dv), p, memory...);
    }

    template <class Draw>
    static constexpr void initialize(parameters& p, Draw&& draw) {
        for (Scalar& weight : p.weights.values)
            weight = draw(Windows::size, Windows::places * Channels);
    }

private:
    // Whether the machine takes several windows at once.
    static constexpr bool has_rows =
        kernel::vectorizable<Scalar> && Channels >= kernel::narrowest<Scalar> && requires {
        Windows::windows_in_row;
    };

    static void forward_by_rows(parameters const& p, input_type const& x, output_type& v) {
        Scalar const *const weights = p.weights.values.data(), *const biases = p.biases.data();
        [[maybe_unused]] std::size_t done = 0;
        [[maybe_unused]] auto const one_by_one = [&](std::size_t end) {
            Scalar window[Windows::size];
            for (; done < end; ++done) {
                Windows::gather(x.data(), done, +window);
                kernel::affine<Windows::size, Channels>(+window, weights, biases,
                                                        v.data() + done * Channels);
            }
        };
        Windows::for_each_row_inside([&](std::size_t first, std::size_t count, std::size_t number) {
            if constexpr (Windows::is_padded)
                one_by_one(first);
            kernel::affine_windows<Windows, Channels>(x.data() + number, weights, biases,
                                                      v.data() + first * Channels, count);
            done = first + count;
        });
        if constexpr (Windows::is_padded)
            one_by_one(Windows::count);
    }

    static constexpr parameters summed_up(input_type const& x, output_type const& dv) {
        parameters sum{};
        Scalar window[Windows::size];
        for (std::size_t w = 0; w < Windows::count; ++w) {
            Scalar const* const of_window = dv.data() + w * Channels;
            Windows::gather(x.data(), w, +window);
            kernel::add_outer<Windows::size, Channels>(+window, of_window,
                                                       sum.weights.values.data());
            for (std::size_t j = 0; j < Channels; ++j)
                sum.biases[j] += of_window[j];
        }
        return sum;
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::placed

#include <ctnn/config/epilogue.hpp>
