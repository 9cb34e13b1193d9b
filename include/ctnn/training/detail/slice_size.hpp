#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/concept/detail/memory.hpp>
#include <ctnn/concept/detail/update_rule.hpp>
#include <ctnn/face/compiler/network_form.hpp>
#include <ctnn/kernel/descent.hpp>
#include <ctnn/kernel/exact_sum.hpp>
#include <ctnn/kernel/wide.hpp>
#include <ctnn/tensor/detail/sum_of.hpp>
#include <ctnn/training/detail/recipe_options.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::compiler {

// What a compiler counts against the limit of one constant, and how much it allows by default. clang
// counts statements and calls (-fconstexpr-steps), g++ expressions (-fconstexpr-ops-limit).
struct expenses {
    std::size_t limit;
    std::size_t sample;       // whatever the network
    std::size_t layer;        // whatever its shape
    std::size_t output;       // its activation, and to and fro between numbers and vectors
    std::size_t linear;       // the same, where the activation only compares and multiplies
    std::size_t row;          // of a vector, in each of the passes over them
    std::size_t plain_weight; // of a layer without a form for the compiler
    std::size_t exact;        // times all this: a scalar with exact sums, of which much is a call
    std::size_t step;         // of an optimizer that remembers something, whatever the network
    std::size_t
        update; // of a vector, for each number that is remembered of a parameter, and one more
    std::size_t root; // a square root
};

// benchmarks/compile_time/slice_cost finds these numbers; here they are rounded up: with the most expensive of
// the library's activations (gelu) a sample costs at most this, usually half of it.
#if defined(__clang__)
inline constexpr expenses prices{1'048'576, 150, 90, 80, 12, 1, 60, 2, 300, 8, 12};
#else
inline constexpr expenses prices{33'554'432, 1500, 1000, 1900, 400, 200, 800, 1, 1000, 150, 20};
#endif

// How many weights a layer without a form multiplies by, where it does not say: each input by each output.
template <class Stage>
constexpr std::size_t plain_weights() {
    if constexpr (customization::counts_multiply_adds<typename Stage::bound>)
        if (Stage::bound::multiply_adds > 0)
            return Stage::bound::multiply_adds + Stage::input_size + Stage::output_size;
    return Stage::input_size * Stage::output_size;
}

// How many vectors hold a row.
template <std::size_t Columns>
inline constexpr std::size_t vectors_of = 1 + vectors_of<Columns - kernel::lanes_used<Columns>>;
template <>
inline constexpr std::size_t vectors_of<0> = 0;

template <class Network, std::size_t Index>
constexpr std::size_t cost_of_layer() {
    using here = typename Network::template stage<Index>;
    constexpr std::size_t inputs = here::input_size;
    constexpr std::size_t outputs = here::output_size;
    constexpr bool is_linear =
        ctnn::detail::is_straight(ctnn::detail::curve_of<typename here::activation, double>);
    std::size_t cost = prices.layer + (is_linear ? prices.linear : prices.output) * outputs;
    if constexpr (std::is_same_v<typename form_of<here>::type, plain_form<here>>)
        cost += prices.plain_weight * plain_weights<here>();
    else
        cost += prices.row * 2 *
                (inputs * vectors_of<outputs> + (Index > 0 ? outputs * vectors_of<inputs> : 0));
    return cost;
}

template <class Network>
constexpr std::size_t cost_of_sample() {
    return []<std::size_t... Index>(std::index_sequence<Index...>) {
        return ctnn::detail::sum_of(prices.sample, cost_of_layer<Network, Index>()...) *
               (kernel::sums_exactly<typename Network::scalar> ? prices.exact : 1);
    }
    (std::make_index_sequence<Network::depth>{});
}

// Whether an optimizer that could update rows of wide vectors does not take them.
template <class Scalar, class Optimizer>
constexpr bool updates_number_by_number() {
    if constexpr (kernel::widenable<Scalar>)
        return !ctnn::detail::rule_of<Scalar, Optimizer>::template takes<kernel::wide<Scalar, 4>>;
    else
        return false;
}

// The step of an optimizer that remembers something, beyond a descent of which a sample's cost is.
template <class Optimizer, class Network, std::size_t Index>
constexpr std::size_t cost_of_update() {
    using here = typename Network::template stage<Index>;
    using scalar = typename Network::scalar;
    using memory = typename ctnn::detail::memory_for<Optimizer, scalar>::type;
    constexpr std::size_t numbers =
        ctnn::detail::count_scalars<scalar, typename here::parameters>();
    constexpr std::size_t remembered = 1 + ctnn::detail::memory_size<memory, scalar>;
    constexpr std::size_t roots = ctnn::detail::square_roots_of<Optimizer>;
    constexpr std::size_t root = prices.root * (sizeof(scalar) > 4 ? 2 : 1);
    if constexpr (numbers == 0) {
        return 0;
    } else if constexpr (updates_number_by_number<scalar, Optimizer>()) {
        return (Index > 0 ? 2 : 1) * numbers * (remembered * prices.plain_weight + roots * root);
    } else if constexpr (std::is_same_v<typename form_of<here>::type, plain_form<here>> ||
                         !customization::has_windows<typename here::bound>) {
        return numbers * (remembered * prices.plain_weight + roots * root);
    } else {
        // Rows of weights and of biases, and maybe those of the transposed weights.
        constexpr std::size_t columns = here::bound::channels;
        constexpr std::size_t rows = numbers / columns;
        return (rows * vectors_of<columns> + (Index > 0 ? columns * vectors_of<rows> : 0)) *
                   remembered * prices.update +
               (Index > 0 ? 2 : 1) * numbers * roots * root;
    }
}
template <class Optimizer, class Network>
constexpr std::size_t cost_of_step() {
    using scalar = typename Network::scalar;
    if constexpr (kernel::is_descent<ctnn::detail::rule_of<scalar, Optimizer>>)
        return 0;
    else
        return []<std::size_t... Index>(std::index_sequence<Index...>) {
            return ctnn::detail::sum_of(prices.step,
                                        cost_of_update<Optimizer, Network, Index>()...) *
                   (kernel::sums_exactly<scalar> ? prices.exact : 1);
        }
    (std::make_index_sequence<Network::depth>{});
}

// How many samples a slice of a recipe's training takes: half of what the limit allows, for a user's
// activation may cost more than the library's.
template <class Recipe>
struct slice_size {
    using network = std::remove_cvref_t<decltype(Recipe::network)>;
    using optimizer = std::remove_cvref_t<decltype(Recipe::optimizer)>;
    static constexpr std::size_t batch_size = ctnn::detail::recipe_options<Recipe>().batch_size;
    static constexpr std::size_t of_one_sample =
        cost_of_sample<network>() +
        (cost_of_step<optimizer, network>() + batch_size - 1) / batch_size;
    static constexpr std::size_t limit = [] {
        if constexpr (requires { Recipe::constexpr_limit; })
            return std::size_t{Recipe::constexpr_limit};
        else
            return prices.limit;
    }();
    // (g++ also limits a loop to 262,144 rounds.)
    static constexpr std::size_t allowed =
        limit / 2 < of_one_sample ? limit / of_one_sample : limit / 2 / of_one_sample;
    static constexpr std::size_t samples = allowed < 200'000 ? allowed : 200'000;
};

} // namespace ctnn::compiler
