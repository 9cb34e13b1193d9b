#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/detail/difference/int8_functions.hpp>
#include <ctnn/verify/detail/difference/int8_scales.hpp>
#include <ctnn/verify/detail/difference/int8_state.hpp>
#include <ctnn/verify/detail/difference/move.hpp>
#include <ctnn/verify/detail/difference/real_intervals.hpp>
#include <ctnn/verify/detail/interval/softmax_range.hpp>
#include <limits>
#include <type_traits>
#include <utility>

// A network in integers of 8 bits as one of two sides that are compared (difference_chain.hpp). Each of
// its steps keeps an order, so the integers that a box gives lie between those of its corners.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

template <concepts::network Network, bool IsWhole = true>
class int8_side {
public:
    using scalar = typename Network::scalar;
    static constexpr std::size_t input_size = Network::input_size;
    template <std::size_t Index>
    using stage = typename Network::template stage<Index>;
    template <std::size_t Index>
    using kind = quantization::int8_kind<stage<Index>>;

    template <std::size_t Size>
    using state = int8_state<Size>;

    constexpr int8_side(Network const& net, quantized<Network> const& q)
        : int8_side(net, q.layers, int8_scales<Network>::meaning_of(q.input),
                    int8_scales<Network>::meaning_of(q.output)) {
        input_ = q.input, output_ = q.output;
    }
    constexpr int8_side(Network const& net, quantization::layers_int8<Network> const& layers,
                        int8_meaning const& in, int8_meaning const& out = {})
        : net_(net), layers_(layers), scales_(net, layers, in, IsWhole ? &out : nullptr) {}

    constexpr state<input_size> of_inputs(box<scalar, input_size> const& in) const {
        state<input_size> z{};
        int8_meaning const& meaning = scales_.meanings[0].in;
        for (std::size_t i = 0; i < input_size; ++i) {
            z.least[i] = input_.quantized(in.lower[i]);
            z.most[i] = input_.quantized(in.upper[i]);
            z.stands_for(i, meaning);
            // (a scale's inverse and the product with it are rounded)
            double const rounding = (0.5 + 1024 * epsilon) * meaning.step;
            double const cut_off =
                beyond({meaning.real(-128), meaning.real(127)},
                       {static_cast<double>(in.lower[i]), static_cast<double>(in.upper[i])});
            z.error[i] = number::detail::larger(rounding, cut_off);
        }
        return z;
    }

    template <std::size_t Index>
    constexpr double weight(std::size_t k, std::size_t j) const {
        if constexpr (kind<Index>::works_on_integers)
            return static_cast<double>(
                placed::weight_of<stage<Index>>(net_.template layer<Index>(), k, j));
        else
            return integer_weight<Index>(k, j) * sum_step<Index>(j) /
                   scales_.meanings[Index].in.step;
    }
    template <std::size_t Index>
    constexpr double bias([[maybe_unused]] std::size_t j) const {
        if constexpr (kind<Index>::works_on_integers)
            return 0;
        else
            return bias_of_sum<Index>(j);
    }
    template <std::size_t Index>
    constexpr double bias_of_sum(std::size_t j) const {
        double sum = 0;
        for (std::size_t k = 0; k < placed::terms<stage<Index>>; ++k)
            sum += integer_weight<Index>(k, j);
        double const own = layer<Index>().weights.biases[channel<Index>(j)];
        return (own + scales_.meanings[Index].in.zero * sum) * sum_step<Index>(j);
    }

    // What the integer outside of a window stands for: 0, if it is what `quantize` gives.
    template <std::size_t Index>
    constexpr double padding() const {
        return scales_.meanings[Index].in.real(outside<Index>());
    }

    template <std::size_t Index>
    constexpr auto affine(state<stage<Index>::input_size> const& z) const {
        if constexpr (kind<Index>::works_on_integers)
            return on_integers<Index>(z);
        else
            return add_up<Index>(z);
    }
    // (It is off by half an integer at most.)
    template <std::size_t Index>
    constexpr auto on_integers(state<stage<Index>::input_size> const& z) const {
        constexpr double terms = static_cast<double>(placed::terms<stage<Index>> + 2);
        state<stage<Index>::output_size> v{};
        auto const& meaning = scales_.meanings[Index].before;
        stage<Index>::bound::on_integers(z.least.data(), v.least.data());
        stage<Index>::bound::on_integers(z.most.data(), v.most.data());
        for (std::size_t j = 0; j < stage<Index>::output_size; ++j) {
            v.stands_for(j, meaning);
            v.error[j] =
                (0.5 + 8 * std::numeric_limits<double>::epsilon() * terms * 256) * meaning.step;
        }
        return v;
    }
    template <std::size_t Index>
    constexpr auto add_up(state<stage<Index>::input_size> const& z) const {
        constexpr std::size_t from = placed::terms<stage<Index>>;
        state<stage<Index>::output_size> v{};
        auto const& dense = layer<Index>().weights;
        auto const& meaning = scales_.meanings[Index].before;
        for (std::size_t j = 0; j < stage<Index>::output_size; ++j) {
            std::size_t const c = channel<Index>(j);
            std::int32_t least = dense.biases[c], most = dense.biases[c];
            double magnitude = 0;
            for (std::size_t k = 0; k < from; ++k) {
                std::int32_t const w = integer_weight<Index>(k, j);
                std::size_t const i = placed::input_of<stage<Index>>(j, k);
                double const size = size_of(weight<Index>(k, j));
                if (i == stage<Index>::input_size) {
                    least += w * outside<Index>();
                    most += w * outside<Index>();
                    magnitude += size * size_of(padding<Index>());
                    continue;
                }
                least += w * (w < 0 ? z.most[i] : z.least[i]);
                most += w * (w < 0 ? z.least[i] : z.most[i]);
                magnitude += size * furthest(z.real[i]);
            }
            v.least[j] = scaled(dense, c, least);
            v.most[j] = scaled(dense, c, most);
            double const of_cutting_off = settle<Index>(v, j);
            v.stands_for(j, meaning);
            double const shifted = 0.5 / static_cast<double>(std::int64_t{1} << dense.shift);
            double const of_double = std::numeric_limits<double>::epsilon();
            v.error[j] = (0.5 + shifted + of_cutting_off) * meaning.step +
                         8 * of_double * static_cast<double>(from + 2) *
                             (magnitude + size_of(bias<Index>(j)) + furthest(v.real[j]));
        }
        return v;
    }

    // use(side) with that of branch K of a layer.
    template <std::size_t Index, std::size_t K, class Use>
    constexpr void with_branch(Use const& use) const {
        using network = typename stage<Index>::bound::template branch<K>;
        auto const& p = net_.template layer<Index>();
        auto const& branch = stage<Index>::bound::template part<K>(p);
        use(int8_side<network, false>(branch, layer<Index>().template branch<K>(),
                                      scales_.meanings[Index].in));
    }

    // Of a layer that moves integers.
    template <std::size_t Index>
    constexpr auto moved(state<stage<Index>::input_size> const& z) const {
        state<stage<Index>::output_size> v{};
        double const real = padding<Index>();
        move<stage<Index>>(z.least, v.least, outside<Index>());
        move<stage<Index>>(z.most, v.most, outside<Index>());
        move<stage<Index>>(z.real, v.real, {real, real});
        return v;
    }

    // A layer that bends at 0: its slope is what the multipliers make of it.
    template <std::size_t Index>
    constexpr double slope_below(std::size_t j) const {
        auto const& bend = layer<Index>().bend;
        auto const& meaning = scales_.meanings[Index];
        return (bend.slopes[j % bend.slopes.size()] - bend.slope_zero) *
               (meaning.before.step / meaning.in.step * bend.below.multiplier /
                static_cast<double>(std::int64_t{1} << (31 + bend.below.shift)));
    }
    template <std::size_t Index>
    constexpr auto bent(state<stage<Index>::input_size> const& z) const {
        state<stage<Index>::output_size> v{};
        auto const& meaning = scales_.meanings[Index];
        for (std::size_t j = 0; j < stage<Index>::output_size; ++j)
            bend_integers(layer<Index>().bend, j, slope_below<Index>(j), meaning.in, meaning.before,
                          z, v);
        return v;
    }

    // Two branches that are multiplied.
    template <std::size_t Index, class State>
    constexpr auto
    join(State const& a,
         State const& b) const requires placed::multiplies_branches<typename stage<Index>::bound> {
        State v{};
        auto const& meaning = scales_.meanings[Index].before;
        for (std::size_t j = 0; j < stage<Index>::output_size; ++j) {
            multiply_integers(layer<Index>().sums, j, meaning, a, b, v);
            v.error[j] += settle<Index>(v, j) * meaning.step;
            v.stands_for(j, meaning);
        }
        return v;
    }
    // Branches that are added up, as join_int8 does it, but not cut off.
    template <std::size_t Index, class... States>
    constexpr auto join(States const&... branches) const {
        constexpr std::size_t size = stage<Index>::output_size;
        auto const& sums = layer<Index>().sums;
        auto const& meaning = scales_.meanings[Index].before;
        state<size> v{};
        double magnitude[size]{};
        for (std::size_t j = 0; j < size; ++j)
            v.least[j] = v.most[j] = sums.start();
        [&]<std::size_t... K>(std::index_sequence<K...>) {
            (add_branch<Index, K>(branches, v, +magnitude), ...);
        }
        (std::index_sequence_for<States...>{});
        for (std::size_t j = 0; j < size; ++j) {
            v.least[j] >>= sums.shift, v.most[j] >>= sums.shift;
            double const of_cutting_off = settle<Index>(v, j);
            v.stands_for(j, meaning);
            v.error[j] += (0.5 + of_cutting_off) * meaning.step +
                          8 * std::numeric_limits<double>::epsilon() *
                              static_cast<double>(sizeof...(States) + 2) *
                              (magnitude[j] + furthest(v.real[j]));
        }
        return v;
    }

    template <std::size_t Index>
    constexpr auto activate(state<stage<Index>::output_size> const& v) const {
        constexpr std::size_t size = stage<Index>::output_size;
        constexpr bool is_last = IsWhole && Index + 1 == Network::depth;
        using activation = typename stage<Index>::activation;
        state<size> z = v;
        auto const& meaning = scales_.meanings[Index];
        for (std::size_t j = 0; j < size; ++j) {
            z.least[j] = cut_off(v.least[j]), z.most[j] = cut_off(v.most[j]);
            z.error[j] = 0;
        }
        if constexpr (kind<Index>::has_table)
            look_up<activation>(layer<Index>().table, meaning.before, meaning.after, z);
        for (std::size_t j = 0; j < size; ++j)
            z.stands_for(j, meaning.after);
        if constexpr (kind<Index>::cuts_off)
            for (std::size_t j = 0; j < size; ++j)
                z.error[j] =
                    error_of_cutting_off<activation>(meaning.before, v.least[j], v.most[j]);
        if constexpr (is_last)
            as_numbers<Index>(z);
        return z;
    }

private:
    static constexpr double epsilon = static_cast<double>(std::numeric_limits<scalar>::epsilon());

    static constexpr double size_of(double x) { return x < 0 ? -x : x; }
    static constexpr std::int32_t cut_off(std::int32_t q) {
        return q < -128 ? -128 : q > 127 ? 127 : q;
    }

    template <std::size_t Index, class Layers>
    static constexpr auto const& layer_of(Layers const& layers) {
        if constexpr (Index == 0)
            return layers.layer();
        else
            return layer_of<Index - 1>(layers.rest());
    }
    template <std::size_t Index>
    constexpr auto const& layer() const {
        return layer_of<Index>(layers_);
    }

    template <std::size_t Index>
    static constexpr std::size_t channel(std::size_t j) {
        return j % placed::columns_of<typename stage<Index>::bound>;
    }
    template <std::size_t Index>
    constexpr std::int32_t outside() const {
        if constexpr (kind<Index>::has_outside)
            return layer<Index>().outside;
        else
            return 0; // (nothing is)
    }
    // Of number k of those that meet in a neuron.
    template <std::size_t Index>
    constexpr std::int32_t integer_weight(std::size_t k, std::size_t j) const {
        constexpr std::size_t row = quantization::in_fours<placed::terms<stage<Index>>>;
        return layer<Index>().weights.weights[channel<Index>(j) * row + quantization::place_of(k)];
    }
    // What 1 in a neuron's sum stands for.
    template <std::size_t Index>
    constexpr double sum_step(std::size_t j) const {
        auto const& dense = layer<Index>().weights;
        return scales_.meanings[Index].before.step * dense.multipliers[channel<Index>(j)] /
               static_cast<double>(std::int64_t{1} << (31 + dense.shift));
    }

    // Cuts off what is beyond the integers, unless that is the activation, and tells by how much.
    template <std::size_t Index, class State>
    static constexpr double settle(State& v, std::size_t j) {
        if constexpr (kind<Index>::cuts_off) {
            return 0;
        } else {
            double const by = beyond(
                {-128, 127}, {static_cast<double>(v.least[j]), static_cast<double>(v.most[j])});
            v.least[j] = cut_off(v.least[j]), v.most[j] = cut_off(v.most[j]);
            return by;
        }
    }

    // How far what the sum makes of a branch's integers is from what they stand for.
    template <std::size_t Index, std::size_t K, class Branch, class State>
    constexpr void add_branch(Branch const& branch, State& v, double* magnitude) const {
        auto const& sums = layer<Index>().sums;
        std::int32_t const zero = sums.zeros[K], by = sums.multipliers[K];
        double const step = scales_.meanings[Index].before.step * by /
                            static_cast<double>(std::int64_t{1} << sums.shift);
        for (std::size_t i = 0; i < branch.real.size(); ++i) {
            std::size_t const j = stage<Index>::bound::join::template place<K>(i);
            if (j == placed::nowhere)
                continue;
            v.least[j] += (branch.least[i] - zero) * by;
            v.most[j] += (branch.most[i] - zero) * by;
            v.error[j] += number::detail::larger(
                size_of((branch.least[i] - zero) * step - branch.real[i].lower),
                size_of((branch.most[i] - zero) * step - branch.real[i].upper));
            magnitude[j] += furthest(branch.real[i]) + size_of(step) * 256;
        }
    }

    // As dense_int8::run, but not cut off.
    template <class Dense>
    static constexpr std::int32_t scaled(Dense const& dense, std::size_t j, std::int32_t sum) {
        std::int32_t const y = quantization::detail::multiply_high(sum, dense.multipliers[j]);
        std::int32_t const half = std::int32_t{1} << (dense.shift - 1);
        return ((y + (y >> 31) + half) >> dense.shift) + dense.zero;
    }

    // What operator() gives: numbers of the scalar.
    template <std::size_t Index>
    constexpr void as_numbers(state<stage<Index>::output_size>& z) const {
        constexpr std::size_t size = stage<Index>::output_size;
        double magnitude = 0;
        std::array<interval<scalar>, size> y{};
        for (std::size_t j = 0; j < size; ++j) {
            y[j] = {output_.value(static_cast<std::int8_t>(z.least[j])),
                    output_.value(static_cast<std::int8_t>(z.most[j]))};
            magnitude = number::detail::larger(magnitude, furthest(as_real(y[j])));
        }
        using activation = typename stage<Index>::activation;
        constexpr bool is_softmax = customization::normalizes_exponentials<activation>;
        constexpr bool is_log_softmax = customization::gives_log_probabilities<activation>;
        double const apart = spread(as_reals(y));
        if constexpr (is_softmax || is_log_softmax)
            y = activation_range<activation>::of(y);
        for (std::size_t j = 0; j < size; ++j) {
            z.real[j] = as_real(y[j]);
            z.error[j] += (is_log_softmax ? 2 : 1) * epsilon * magnitude;
            if constexpr (is_softmax)
                z.error[j] += softmax_distance<scalar, size>(apart);
            if constexpr (is_log_softmax)
                z.error[j] += log_softmax_distance<scalar, size>(apart);
        }
    }

    Network const& net_;
    quantization::layers_int8<Network> const& layers_;
    int8_scales<Network> scales_;
    int8_scale<scalar> input_{}, output_{}; // of a whole network
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
