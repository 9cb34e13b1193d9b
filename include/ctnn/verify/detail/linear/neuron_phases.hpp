#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/tensor/detail/sum_of.hpp>
#include <ctnn/verify/detail/linear/input_chain.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

enum class phase : unsigned char { free, off, on };

// On which side of its bend each relu is, by its number among those before activations: off means that
// the program computes v <= 0 there and gives 0; on means v > 0 and it gives v. Every v except NaN is one
// or the other, so together they cover all inputs of a box in which bounds are known.
template <class Network>
struct neuron_phases {
    static constexpr std::size_t size = chain_bounds<Network>::size;
    static constexpr std::size_t words = (size + 63) / 64;

    std::array<std::uint64_t, words> off{}, on{};

    constexpr phase of(std::size_t neuron) const {
        std::uint64_t const bit = std::uint64_t{1} << (neuron % 64);
        return (off[neuron / 64] & bit) != 0  ? phase::off
               : (on[neuron / 64] & bit) != 0 ? phase::on
                                              : phase::free;
    }
    constexpr bool any() const {
        std::uint64_t all = 0;
        for (std::size_t i = 0; i < words; ++i)
            all |= off[i] | on[i];
        return all != 0;
    }
    constexpr void set(std::size_t neuron, phase to) {
        std::uint64_t const bit = std::uint64_t{1} << (neuron % 64);
        (to == phase::off ? off : on)[neuron / 64] |= bit;
    }

    // Narrows the bounds of `count` numbers from `first` on by the phases. Returns false if the bounds
    // then contradict each other.
    constexpr bool clip(std::size_t first, std::size_t count, double* low, double* high) const {
        bool contradict = false;
        for (std::size_t j = 0; j < count; ++j) {
            phase const side = of(first + j);
            if (side == phase::off) {
                contradict = contradict || low[j] > 0;
                high[j] = high[j] < 0 ? high[j] : 0;
            } else if (side == phase::on) {
                contradict = contradict || high[j] <= 0;
                low[j] = low[j] > 0 ? low[j] : 0;
            }
            contradict = contradict || low[j] > high[j];
        }
        return !contradict;
    }

    friend constexpr bool operator==(neuron_phases const&, neuron_phases const&) = default;
};

// Whether a stage's activation begins as relu: 0 below its bend and next to it the number itself, as computed.
template <class Stage>
inline constexpr bool is_relu_stage = ctnn::detail::rectifies_at_zero<typename Stage::activation>;

// The same for one of the numbers before activations: only those may have a phase.
template <class Network>
constexpr bool is_relu_neuron(std::size_t neuron) {
    return [neuron]<std::size_t... Index>(std::index_sequence<Index...>) {
        return ctnn::detail::sum_of(
                   std::size_t{is_relu_stage<typename Network::template stage<Index>> &&
                               numbers_before<Network, Index> <= neuron &&
                               neuron < numbers_before<Network, Index + 1>}...) > 0;
    }
    (std::make_index_sequence<Network::depth>{});
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
