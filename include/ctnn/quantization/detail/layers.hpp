#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/concept/activation.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/concept/layer.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/placed/adds_branches.hpp>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/placed/diagnose_layers.hpp>
#include <ctnn/placed/has_windows.hpp>
#include <ctnn/placed/passed_on.hpp>
#include <ctnn/quantization/detail/bent_int8.hpp>
#include <ctnn/quantization/detail/dense_int8.hpp>
#include <ctnn/quantization/detail/join_int8.hpp>
#include <ctnn/quantization/detail/ordered.hpp>
#include <ctnn/quantization/detail/product_int8.hpp>
#include <ctnn/quantization/detail/rows_int8.hpp>
#include <ctnn/tensor/detail/groups_of.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <type_traits>
#include <utility>

// The int8 form of each layer. If an activation only clamps its input to the ends of the scale, as relu does, the affine
// layer gives the integers of its output directly; other activations are a table. A softmax or log_softmax at the end is
// left out: it does not change which output is largest. A layer that only compares, or moves numbers, does so with
// integers, on the scale of its input. Branches that are added up, or two that are multiplied, run one after the other.

namespace ctnn::quantization {

template <class Stage>
struct int8_kind {
    using activation = typename Stage::activation;
    static constexpr bool has_weights = placed::multiplies<Stage>;
    static constexpr bool works_on_integers =
        customization::works_on_integers<typename Stage::bound>;
    static constexpr bool moves = customization::moves_numbers<typename Stage::bound>;
    static constexpr bool compares = customization::only_compares<typename Stage::bound> && !moves;
    static constexpr bool adds =
        placed::adds_branches<typename Stage::bound> && !moves && !compares;
    static constexpr bool bends = customization::bends<typename Stage::bound>;
    static constexpr bool joins = adds || placed::multiplies_two_branches<typename Stage::bound>;
    // An integer that stands for 0 where there is no input.
    static constexpr bool has_outside = [] {
        if constexpr (moves)
            return Stage::bound::map::pads;
        else
            return has_weights && placed::has_many_windows<typename Stage::bound>;
    }();
    static constexpr bool is_of_all = customization::normalizes_exponentials<activation> ||
                                      customization::gives_log_probabilities<activation>;
    static constexpr bool is_left_out = ctnn::detail::is_line<activation> || is_of_all;
    static constexpr bool cuts_off = (has_weights || joins) && ctnn::detail::cuts_off<activation>;
    static constexpr bool has_table = !is_left_out && !cuts_off;
};

template <class Stage>
struct weights_of {
    dense_int8<placed::terms<Stage>, placed::columns_of<typename Stage::bound>> weights{};

    template <class Integer>
    [[gnu::always_inline]] constexpr void run_weights(std::int16_t const* x, Integer* y) const {
        run_dense(weights, x, y);
    }
    friend constexpr bool operator==(weights_of const&, weights_of const&) = default;
};
// Window by window, with the integer that stands for 0 in the padding.
template <class Stage>
    requires placed::has_many_windows<typename Stage::bound>
struct weights_of<Stage> {
    dense_int8<placed::terms<Stage>, placed::columns_of<typename Stage::bound>> weights{};
    std::int8_t outside = 0;

    template <class Integer>
    constexpr void run_weights(std::int16_t const* x, Integer* y) const {
        using windows = typename Stage::bound::windows;
        constexpr std::size_t channels = Stage::bound::channels;
        constexpr std::size_t groups = tensor::groups_of<windows>;
        if constexpr (detail::goes_in_twos<windows>) {
            if (!std::is_constant_evaluated())
                return run_in_twos<windows>(weights, x, outside, y);
        } else if constexpr (detail::goes_by_channels<windows>) {
            if (!std::is_constant_evaluated())
                return run_by_channels<windows, channels>(weights, x, outside, y);
        }
        alignas(4) std::int16_t window[in_fours<windows::size>]{};
        for (std::size_t w = 0; w < windows::count; ++w, y += channels) {
            windows::gather(x, w, +window, std::int16_t{outside});
            weights.template run_some<channels>(w % groups * channels, +window, y);
        }
    }
    friend constexpr bool operator==(weights_of const&, weights_of const&) = default;
};
// Integers that are moved, and the one that stands for 0.
template <class Stage>
struct moved_of {
    template <class Integer>
    constexpr void run_moved(std::int16_t const* x, Integer* y) const {
        Stage::bound::run(x, y);
    }
    friend constexpr bool operator==(moved_of, moved_of) = default;
};
template <class Stage>
requires int8_kind<Stage>::has_outside struct moved_of<Stage> {
    std::int8_t outside = 0;

    template <class Integer>
    constexpr void run_moved(std::int16_t const* x, Integer* y) const {
        Stage::bound::run(x, y, Integer{outside});
    }
    friend constexpr bool operator==(moved_of const&, moved_of const&) = default;
};
// A layer that bends at 0.
template <class Stage>
struct bend_of {
    bent_int8<Stage::bound::channels> bend{};

    friend constexpr bool operator==(bend_of const&, bend_of const&) = default;
};
// The branches of a composite layer, one after the other.
template <class Stage, class Indices = std::make_index_sequence<Stage::bound::branch_count>>
struct branches_of;
template <class Stage>
struct table_of {
    table_int8 table{};
    friend constexpr bool operator==(table_of const&, table_of const&) = default;
};
template <class Stage>
struct no_weights {
    friend constexpr bool operator==(no_weights, no_weights) = default;
};
template <class Stage>
struct no_table {
    friend constexpr bool operator==(no_table, no_table) = default;
};

// The integers that a layer picks with its own code.
template <class Stage, class Integer>
constexpr void run_compared(std::int16_t const* x, Integer* y) {
    using bound = typename ctnn::detail::binding<typename Stage::descriptor, ordered,
                                                 typename Stage::input_shape>::type;
    std::array<ordered, Stage::input_size> in{};
    for (std::size_t i = 0; i < Stage::input_size; ++i)
        in[i] = ordered(x[i]);
    auto const v = bound::forward({}, in);
    for (std::size_t j = 0; j < Stage::output_size; ++j)
        y[j] = static_cast<Integer>(v[j].integer);
}

// (looks at the kind, because a layer without branches has no branch count)
template <class Stage>
struct sums_of {
    using type = no_weights<Stage>;
};
template <class Stage>
requires int8_kind<Stage>::has_weights struct sums_of<Stage> {
    using type = weights_of<Stage>;
};
template <class Stage>
requires int8_kind<Stage>::joins struct sums_of<Stage> {
    using type = branches_of<Stage>;
};
template <class Stage>
requires int8_kind<Stage>::moves struct sums_of<Stage> {
    using type = moved_of<Stage>;
};
template <class Stage>
requires int8_kind<Stage>::bends struct sums_of<Stage> {
    using type = bend_of<Stage>;
};

template <class Stage>
struct layer_int8
    : sums_of<Stage>::type,
      std::conditional_t<int8_kind<Stage>::has_table, table_of<Stage>, no_table<Stage>> {
    template <class Integer>
    [[gnu::always_inline]] constexpr void run(std::int16_t const* x, Integer* y) const {
        using kind = int8_kind<Stage>;
        if constexpr (kind::has_weights)
            this->run_weights(x, y);
        else if constexpr (kind::joins)
            this->run_branches(x, y);
        else if constexpr (kind::moves)
            this->run_moved(x, y);
        else if constexpr (kind::bends)
            this->bend.template run<Stage::output_size>(x, y);
        else if constexpr (kind::works_on_integers)
            Stage::bound::on_integers(x, y);
        else if constexpr (kind::compares)
            run_compared<Stage>(x, y);
        constexpr bool is_done = kind::has_weights || kind::joins || kind::moves || kind::bends ||
                                 kind::works_on_integers || kind::compares;
        if constexpr (is_done && kind::has_table)
            this->table.template run<Stage::output_size>(y, y);
        else if constexpr (kind::has_table)
            this->table.template run<Stage::output_size>(x, y);
        else if constexpr (!is_done)
            for (std::size_t j = 0; j < Stage::output_size; ++j)
                y[j] = static_cast<Integer>(x[j]);
    }

    friend constexpr bool operator==(layer_int8 const&, layer_int8 const&) = default;
};

// The layers from Index on. They are bases, so that one without numbers takes no room (clang 16 crashes
// on [[no_unique_address]] members here).
template <class Network, std::size_t Index = 0>
struct layers_int8 : layer_int8<typename Network::template stage<Index>>,
                     layers_int8<Network, Index + 1> {
    using stage = typename Network::template stage<Index>;

    constexpr layer_int8<stage>& layer() { return *this; }
    constexpr layer_int8<stage> const& layer() const { return *this; }
    constexpr layers_int8<Network, Index + 1>& rest() { return *this; }
    constexpr layers_int8<Network, Index + 1> const& rest() const { return *this; }

    template <class Integer>
    [[gnu::always_inline]] constexpr void run(std::int16_t const* x, Integer* y) const {
        if constexpr (Index + 1 == Network::depth) {
            layer().run(x, y);
        } else {
            constexpr std::size_t size = stage::output_size;
            alignas(4) std::int16_t values[in_fours<size>];
            for (std::size_t j = size; j < in_fours<size>; ++j)
                values[j] = 0;
            layer().run(x, values);
            rest().run(values, y);
        }
    }

    friend constexpr bool operator==(layers_int8 const&, layers_int8 const&) = default;
};
template <class Network, std::size_t Index>
    requires(Index == Network::depth)
struct layers_int8<Network, Index> {
    friend constexpr bool operator==(layers_int8, layers_int8) = default;
};

template <class Stage, std::size_t Branch>
struct branch_int8 : layers_int8<typename Stage::bound::template branch<Branch>> {
    friend constexpr bool operator==(branch_int8 const&, branch_int8 const&) = default;
};
template <class Stage, std::size_t... Branch>
struct branches_of<Stage, std::index_sequence<Branch...>> : branch_int8<Stage, Branch>... {
    static constexpr bool adds = int8_kind<Stage>::adds;
    std::conditional_t<adds, join_int8<sizeof...(Branch)>, product_int8> sums{};

    template <std::size_t K>
    constexpr auto& branch() {
        return static_cast<branch_int8<Stage, K>&>(*this);
    }
    template <std::size_t K>
    constexpr auto const& branch() const {
        return static_cast<branch_int8<Stage, K> const&>(*this);
    }

    template <class Integer>
    [[gnu::always_inline]] constexpr void run_branches(std::int16_t const* x, Integer* y) const {
        if constexpr (adds) {
            std::int32_t all[Stage::output_size];
            for (std::size_t j = 0; j < Stage::output_size; ++j)
                all[j] = sums.start();
            (add<Branch>(x, +all), ...);
            for (std::size_t j = 0; j < Stage::output_size; ++j)
                y[j] = sums.rounded(all[j]);
        } else {
            with_branch<0>(x, [&](auto const* first) {
                with_branch<1>(x, [&](auto const* second) {
                    sums.template run<Stage::output_size>(first, second, y);
                });
            });
        }
    }

    friend constexpr bool operator==(branches_of const&, branches_of const&) = default;

private:
    // use(the integers that branch K gives)
    template <std::size_t K, class Use>
    [[gnu::always_inline]] constexpr void with_branch(std::int16_t const* x, Use const& use) const {
        using network = typename Stage::bound::template branch<K>;
        if constexpr (network::depth == 0) {
            use(x);
        } else {
            std::int8_t values[network::output_shape::size];
            branch<K>().run(x, +values);
            use(static_cast<std::int8_t const*>(values));
        }
    }
    template <std::size_t K>
    [[gnu::always_inline]] constexpr void add(std::int16_t const* x, std::int32_t* all) const {
        using bound = typename Stage::bound;
        constexpr std::size_t size = bound::template branch<K>::output_shape::size;
        with_branch<K>(x, [&](auto const* from) {
            sums.template add<typename bound::join, K, size>(from, all);
        });
    }
};

// What is wrong with a layer of a network that is to be quantized, or with a layer inside it. Only the softmax or
// log_softmax at the end of the whole network may be left out.
template <class Network>
struct quantizable {
    template <class Stage>
    static constexpr auto of() {
        using kind = int8_kind<Stage>;
        using layer = error::layer<Stage::index, typename Stage::layer>;
        constexpr bool is_last_softmax =
            kind::is_of_all && std::is_same_v<Stage, typename Network::last_stage>;
        constexpr bool is_known = kind::has_weights || kind::joins || kind::moves || kind::bends ||
                                  kind::works_on_integers || placed::is_pointwise<Stage> ||
                                  (kind::compares && !Stage::has_parameters);
        using facts = decltype(ctnn::detail::facts_diagnosis<typename Stage::activation,
                                                             typename Stage::scalar>());
        if constexpr (!ctnn::detail::is_none<facts>)
            return facts{};
        else if constexpr (!is_known)
            return typename layer::cannot_be_quantized_because_only_its_code_is_known{};
        else if constexpr (!concepts::elementwise_activation<typename Stage::activation,
                                                             typename Stage::scalar> &&
                           !is_last_softmax)
            return typename layer::cannot_be_quantized_because_its_activation_is_not_elementwise{};
        else if constexpr (kind::has_weights && placed::terms<Stage> > most_inputs)
            return typename layer::template has_inputs<
                placed::terms<Stage>>::template but_quantized_sums_hold_at_most<most_inputs>{};
        else
            return error::none{};
    }
};

template <class Network>
constexpr auto quantization_diagnosis() {
    using scalar = typename Network::scalar;
    if constexpr (!std::is_same_v<scalar, float> && !std::is_same_v<scalar, double>)
        return typename error::quantization_of_scalar<scalar>::but_needs_float_or_double{};
    else
        return placed::diagnose_layers<quantizable<Network>, Network>();
}

} // namespace ctnn::quantization
