#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/layer.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/exact_sum.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/placed/adds_branches.hpp>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/placed/walk.hpp>
#include <ctnn/placed/weights_in_blocks.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <ctnn/verify/activation_range.hpp>
#include <ctnn/verify/detail/interval/affine_range.hpp>
#include <type_traits>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// If one number is unknown, so are all numbers after it: nothing may look finite again.
template <class T, std::size_t Size>
constexpr bool all_known(std::array<interval<T>, Size> const& x) {
    using math::is_finite;
    bool known = true;
    for (std::size_t i = 0; i < Size; ++i)
        known = known && is_finite(x[i]);
    return known;
}

template <class T, std::size_t Size>
constexpr void forget_all(std::array<interval<T>, Size>& x) {
    for (std::size_t i = 0; i < Size; ++i)
        x[i] = interval<T>::everything();
}

// The smallest and the largest sum of a neuron in fixed point: sums are exact, and so are their ends.
template <class T, std::size_t Terms>
struct sums_of_neuron {
    typename T::template exact_sum<Terms> lower, upper;

    constexpr interval<T> rounded() const { return {lower.rounded(), upper.rounded()}; }
};

template <class Stage, class T = typename Stage::scalar>
constexpr auto neuron_range(typename Stage::parameters const& p,
                            std::array<interval<T>, Stage::input_size> const& x, std::size_t j) {
    sums_of_neuron<T, placed::terms<Stage>> sums;
    T const bias = placed::bias_of<Stage>(p, j);
    sums.lower.add(bias), sums.upper.add(bias);
    for (std::size_t k = 0; k < placed::terms<Stage>; ++k) {
        std::size_t const i = placed::input_of<Stage>(j, k);
        if (i == Stage::input_size)
            continue;
        T const weight = placed::weight_of<Stage>(p, k, j);
        bool const falls = weight < T(0);
        sums.lower.add_product(falls ? x[i].upper : x[i].lower, weight);
        sums.upper.add_product(falls ? x[i].lower : x[i].upper, weight);
    }
    return sums;
}

// The ranges after a network's layers, one layer after the other.
template <class Network, class T, std::size_t Size>
constexpr auto range_of_layers(Network const& net, std::array<interval<T>, Size> const& x);

// A layer before its activation. Affine layers have exact ends, window by window; all others run their code
// on intervals.
template <class Stage, class T = typename Stage::scalar>
constexpr std::array<interval<T>, Stage::output_size>
layer_range(typename Stage::parameters const& p,
            std::array<interval<T>, Stage::input_size> const& x) {
    std::array<interval<T>, Stage::output_size> v{};
    if (!all_known(x)) {
        forget_all(v);
        return v;
    }
    if constexpr (customization::never_falls<typename Stage::bound>) {
        std::array<T, Stage::input_size> lower{}, upper{};
        for (std::size_t i = 0; i < Stage::input_size; ++i)
            lower[i] = x[i].lower, upper[i] = x[i].upper;
        auto const low = Stage::bound::forward(p, lower), high = Stage::bound::forward(p, upper);
        for (std::size_t j = 0; j < Stage::output_size; ++j)
            v[j] = interval<T>::of(low[j], high[j]);
    } else if constexpr (placed::is_affine<Stage> && kernel::sums_exactly<T>) {
        for (std::size_t j = 0; j < Stage::output_size; ++j)
            v[j] = neuron_range<Stage>(p, x, j).rounded();
    } else if constexpr (placed::is_affine<Stage>) {
        using windows = typename Stage::bound::windows;
        constexpr std::size_t inputs = windows::size, outputs = Stage::bound::channels;
        T all[2 * Stage::input_size]{}, of_window[windows::is_whole ? 1 : 2 * inputs]{};
        T low[outputs]{}, high[outputs]{};
        placed::weights_in_blocks<Stage> const blocks(p);
        for (std::size_t i = 0; i < Stage::input_size; ++i)
            all[2 * i] = x[i].lower, all[2 * i + 1] = x[i].upper;
        for (std::size_t w = 0; w < windows::count; ++w) {
            T const* ends = all;
            if constexpr (!windows::is_whole) {
                windows::template gather<2>(+all, w, +of_window);
                ends = of_window;
            }
            auto const& block = blocks.of(w);
            affine_range<inputs, outputs>(ends, block.weights.values.data(), block.biases.data(),
                                          low, high);
            for (std::size_t j = 0; j < outputs; ++j)
                v[w * outputs + j] = interval<T>::of(low[j], high[j]);
        }
    } else if constexpr (customization::has_branches<typename Stage::bound>) {
        using bound = typename Stage::bound;
        v = placed::through_branches<bound>(
            p, [&x](auto const& branch) { return range_of_layers(branch, x); },
            [](auto const&... y) {
                std::array<interval<T>, Stage::output_size> all{};
                if ((... && all_known(y)))
                    all = bound::join::joined(y...);
                else
                    forget_all(all);
                return all;
            });
    } else {
        using bound = typename ctnn::detail::binding<typename Stage::descriptor, interval<T>,
                                                     typename Stage::input_shape>::type;
        typename bound::parameters q{};
        if constexpr (Stage::has_parameters)
            ctnn::detail::for_each_block(
                [](auto from, auto to) {
                    for (std::size_t i = 0; i < decltype(from)::size; ++i)
                        to.data[i] = interval<T>(from.data[i]);
                },
                p, q);
        v = bound::forward(q, x);
    }
    return v;
}

// The activation after it.
template <class Stage, class T = typename Stage::scalar>
constexpr std::array<interval<T>, Stage::output_size>
value_range(std::array<interval<T>, Stage::output_size> const& v) {
    using activation = typename Stage::activation;
    std::array<interval<T>, Stage::output_size> y{};
    if (!all_known(v)) {
        forget_all(y);
    } else if constexpr (concepts::elementwise_activation<activation, T>) {
        for (std::size_t i = 0; i < Stage::output_size; ++i)
            y[i] = activation_range<activation>::of(v[i]);
    } else {
        y = activation_range<activation>::of(v);
    }
    return y;
}

template <class Network, class T, std::size_t Size>
constexpr auto range_of_layers(Network const& net, std::array<interval<T>, Size> const& x) {
    return placed::through_layers(net, x, [](auto stage, auto const& p, auto const& in) {
        using here = decltype(stage);
        return value_range<here>(layer_range<here>(p, in));
    });
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
