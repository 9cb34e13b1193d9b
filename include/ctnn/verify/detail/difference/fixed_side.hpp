#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/concept/activation.hpp>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/detail/difference/move.hpp>
#include <ctnn/verify/detail/difference/real_intervals.hpp>
#include <ctnn/verify/detail/interval/fixed_error.hpp>
#include <ctnn/verify/detail/interval/headroom.hpp>
#include <limits>
#include <type_traits>
#include <utility>

// A network in fixed point as one of two sides that are compared (difference_chain.hpp): what its numbers
// are, and how far each layer is from x W + b and the real activation of real numbers.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// Its numbers somewhere, what they may be off by, and whether an activation may saturate.
template <class T, std::size_t Size>
struct fixed_state {
    std::array<interval<T>, Size> exact{};
    std::array<double, Size> error{};
    std::array<bool, Size> saturates{};

    constexpr bool is_cut_off(std::size_t j) const { return saturates[j]; }
    constexpr interval<double> value(std::size_t j) const { return as_real(exact[j]); }
};

template <concepts::network Network>
    requires number::detail::goes_in_steps<typename Network::scalar>
class fixed_side {
public:
    using scalar = typename Network::scalar;
    static constexpr std::size_t input_size = Network::input_size;
    template <std::size_t Index>
    using stage = typename Network::template stage<Index>;

    template <std::size_t Size>
    using state = fixed_state<scalar, Size>;

    explicit constexpr fixed_side(Network const& net) : net_(net) {}

    // The nearest numbers to those of a box.
    template <class T>
    constexpr state<input_size> of_inputs(box<T, input_size> const& in) const {
        state<input_size> z{};
        for (std::size_t i = 0; i < input_size; ++i) {
            z.exact[i] = {scalar(in.lower[i]), scalar(in.upper[i])};
            z.error[i] = number::detail::larger(
                0.5 * curves::step<scalar>,
                beyond(as_real(interval<scalar>::everything()),
                       {static_cast<double>(in.lower[i]), static_cast<double>(in.upper[i])}));
        }
        return z;
    }

    template <std::size_t Index>
    constexpr double weight(std::size_t k, std::size_t j) const {
        return static_cast<double>(
            placed::weight_of<stage<Index>>(net_.template layer<Index>(), k, j));
    }
    template <std::size_t Index>
    constexpr double bias(std::size_t j) const {
        return static_cast<double>(placed::bias_of<stage<Index>>(net_.template layer<Index>(), j));
    }

    template <std::size_t>
    static constexpr double padding() {
        return 0;
    }

    // Before the activation.
    template <std::size_t Index>
    constexpr auto affine(state<stage<Index>::input_size> const& z) const {
        if constexpr (placed::has_constant_weights<stage<Index>>) {
            state<stage<Index>::output_size> v{};
            v.exact = layer_range<stage<Index>>(net_.template layer<Index>(), z.exact);
            v.error.fill(0.5 * curves::step<scalar>);
            return v;
        } else {
            return add_up<Index>(z);
        }
    }
    template <std::size_t Index>
    constexpr auto add_up(state<stage<Index>::input_size> const& z) const {
        state<stage<Index>::output_size> v{};
        for (std::size_t j = 0; j < stage<Index>::output_size; ++j) {
            auto const sums = neuron_range<stage<Index>>(net_.template layer<Index>(), z.exact, j);
            v.exact[j] = sums.rounded();
            std::int64_t const headroom =
                number::detail::smaller(sums.lower.headroom(), sums.upper.headroom());
            v.error[j] = headroom < decltype(sums.lower)::no_headroom / 2
                             ? std::numeric_limits<double>::infinity()
                             : (0.5 + beyond({0, 0}, {0, -static_cast<double>(headroom)})) *
                                   curves::step<scalar>;
        }
        return v;
    }

    // use(side) with that of branch K of a layer.
    template <std::size_t Index, std::size_t K, class Use>
    constexpr void with_branch(Use const& use) const {
        auto const& p = net_.template layer<Index>();
        auto const& branch = stage<Index>::bound::template part<K>(p);
        use(fixed_side<std::remove_cvref_t<decltype(branch)>>(branch));
    }

    // Of a layer that moves numbers.
    template <std::size_t Index>
    static constexpr auto moved(state<stage<Index>::input_size> const& z) {
        state<stage<Index>::output_size> v{};
        move<stage<Index>>(z.exact, v.exact);
        return v;
    }

    // A layer that bends at 0. A product may saturate, and is then off by what it is beyond the format.
    template <std::size_t Index>
    constexpr double slope_below(std::size_t j) const {
        return static_cast<double>(slope_of<Index>(j));
    }
    template <std::size_t Index>
    constexpr auto bent(state<stage<Index>::input_size> const& z) const {
        state<stage<Index>::output_size> v{};
        v.exact = layer_range<stage<Index>>(net_.template layer<Index>(), z.exact);
        for (std::size_t j = 0; j < stage<Index>::output_size; ++j)
            if (std::int64_t const headroom = headroom_of_bend(z.exact[j], slope_of<Index>(j));
                headroom < much_headroom)
                v.error[j] = (0.5 + beyond({0, 0}, {0, -static_cast<double>(headroom)})) *
                             curves::step<scalar>;
        return v;
    }

    // Branches that are added up or multiplied. Each sum or product may saturate, and is then off by what it is beyond the
    // format.
    template <std::size_t Index, class... States>
    constexpr auto join(States const&... branches) const {
        state<stage<Index>::output_size> v{};
        if constexpr (placed::multiplies_branches<typename stage<Index>::bound>) {
            for (std::size_t j = 0; j < stage<Index>::output_size; ++j)
                multiply(v.exact[j], v.error[j], branches.exact[j]...);
        } else {
            [&]<std::size_t... K>(std::index_sequence<K...>) {
                (add_branch<typename stage<Index>::bound::join, K>(branches.exact, v), ...);
            }
            (std::index_sequence_for<States...>{});
        }
        return v;
    }

    // After it.
    template <std::size_t Index>
    constexpr auto activate(state<stage<Index>::output_size> const& v) const {
        using activation = typename stage<Index>::activation;
        constexpr std::size_t size = stage<Index>::output_size;
        state<size> z{};
        z.exact = value_range<stage<Index>>(v.exact);
        for (std::size_t j = 0; j < size; ++j) {
            if constexpr (concepts::elementwise_activation<activation, scalar>) {
                z.error[j] = fixed_error<activation>::template at<scalar>(furthest(v.value(j)));
                z.saturates[j] = activation_headroom<activation>::of(v.exact[j]) < 0;
            } else {
                z.error[j] = customization::gives_log_probabilities<activation>
                                 ? fixed_log_softmax_error<scalar, size>()
                                 : fixed_softmax_error<scalar, size>();
                z.saturates[j] = activation_headroom<activation>::of(v.exact) < 0;
            }
        }
        return z;
    }

private:
    template <class Join, std::size_t K, class Exact, class State>
    static constexpr void add_branch(Exact const& branch, State& v) {
        constexpr std::int64_t least = scalar::lowest().raw, most = scalar::largest().raw;
        for (std::size_t i = 0; i < branch.size(); ++i) {
            std::size_t const j = Join::template place<K>(i);
            if (j == placed::nowhere)
                continue;
            std::int64_t const low = std::int64_t{v.exact[j].lower.raw} + branch[i].lower.raw;
            std::int64_t const high = std::int64_t{v.exact[j].upper.raw} + branch[i].upper.raw;
            v.error[j] += beyond({static_cast<double>(least), static_cast<double>(most)},
                                 {static_cast<double>(low), static_cast<double>(high)}) *
                          curves::step<scalar>;
            v.exact[j].lower += branch[i].lower;
            v.exact[j].upper += branch[i].upper;
        }
    }

    static constexpr void multiply(interval<scalar>& product, double& error,
                                   interval<scalar> const& first, auto const&... others) {
        constexpr interval<double> format{static_cast<double>(scalar::lowest()),
                                          static_cast<double>(scalar::largest())};
        product = first;
        auto const by = [&](interval<scalar> const& next) {
            interval<double> const exact = as_real(product) * as_real(next);
            error = (error * furthest(as_real(next)) + 0.5 * curves::step<scalar> +
                     beyond(format, exact)) *
                    (1 + 1e-12);
            product = product * next;
        };
        (by(others), ...);
    }

    template <std::size_t Index>
    constexpr scalar slope_of(std::size_t j) const {
        return stage<Index>::bound::slope_below(net_.template layer<Index>(), j);
    }

    Network const& net_;
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
