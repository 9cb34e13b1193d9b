#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/face/batch/bent_form.hpp>
#include <ctnn/face/batch/dense_form.hpp>
#include <ctnn/face/batch/direct_form.hpp>
#include <ctnn/face/batch/passed_form.hpp>
#include <ctnn/face/batch/plain_form.hpp>
#include <ctnn/face/batch/windows_form.hpp>
#include <ctnn/kernel/group.hpp>
#include <ctnn/placed/layer_kind.hpp>
#include <ctnn/tensor/detail/largest_of.hpp>
#include <ctnn/tensor/detail/sum_of.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::batch {
CTNN_ARITHMETIC_BEGIN

// What a layer's kind makes of it.
template <class Stage, placed::layer_kind = placed::kind_of_layer<Stage>>
struct derived_form {
    using type = plain_form<Stage>;
};
template <class Stage>
struct derived_form<Stage, placed::layer_kind::dense> {
    using type = dense_form<typename Stage::scalar, Stage::input_size, Stage::output_size>;
};
template <class Stage>
struct derived_form<Stage, placed::layer_kind::windows> {
    using type = windows_form<Stage>;
};

template <class Stage>
struct derived_form<Stage, placed::layer_kind::pointwise> {
    using type = passed_form<Stage>;
};

// The form in which batches go through a layer: the one that it names, `bound::batch_form`, else that of its kind.
template <class Stage>
struct form_of : derived_form<Stage> {};
template <class Stage>
    requires customization::bends<typename Stage::bound>
struct form_of<Stage> {
    using type = bent_form<Stage>;
};
template <class Stage>
    requires(customization::runs_side_by_side<typename Stage::bound> ||
             chooses_side_by_side<typename Stage::bound>)
struct form_of<Stage> {
    using type = direct_form<Stage>;
};
template <class Stage>
    requires customization::names_a_batch_form<typename Stage::bound>
struct form_of<Stage> {
    using type = typename Stage::bound::batch_form;
};

template <class Network, class Indices = std::make_index_sequence<Network::depth>>
struct layers_of;
template <class Network, std::size_t... Place>
struct layers_of<Network, std::index_sequence<Place...>> {
    template <std::size_t Index>
    using form = typename form_of<typename Network::template stage<Index>>::type;

    template <std::size_t Index>
    static constexpr bool has_a_form =
        !std::is_same_v<form<Index>, plain_form<typename Network::template stage<Index>>>;
    // (To move numbers side by side, or pass them on, gains nothing.)
    template <std::size_t Index>
    static constexpr bool gains = [] {
        using enum placed::layer_kind;
        constexpr auto kind = placed::kind_of_layer<typename Network::template stage<Index>>;
        return has_a_form<Index> && kind != moving && kind != pointwise;
    }();
    static constexpr bool any_has_a_form = ctnn::detail::sum_of(std::size_t{gains<Place>}...) > 0;
    static constexpr bool any_keeps_a_record =
        (... || Network::template stage<Place>::keeps_a_record);
    static constexpr std::size_t widest = ctnn::detail::largest_of(
        {Network::input_size, Network::template stage<Place>::output_size...});
    static constexpr std::size_t scratch = ctnn::detail::largest_of({1, form<Place>::scratch...});
    // Numbers that are kept of one sample.
    static constexpr std::size_t numbers =
        Network::input_size +
        2 * ctnn::detail::sum_of(Network::template stage<Place>::output_size...) +
        Network::output_size + 2 * widest + scratch / kernel::group<typename Network::scalar>;

    template <std::size_t Groups>
    struct with_groups {
        template <std::size_t Index>
        struct record {
            static constexpr std::size_t size = Network::template stage<Index>::output_size *
                                                kernel::group<typename Network::scalar> * Groups;
            alignas(64) typename Network::scalar preactivation[size];
            alignas(64) typename Network::scalar value[size];
        };
        // Not a tuple of Hana's, which would be filled with zeros.
        struct records : record<Place>... {
            template <std::size_t Index>
            record<Index>& at() {
                return *this;
            }
        };
    };
};

// How many groups go through a network at once: two, so that the weights are read half as often;
// one where two would take too much of the stack; none where even one would, or where no layer
// gains anything.
inline constexpr std::size_t most_bytes = 256 * 1024;
template <class Network>
inline constexpr std::size_t groups_at_once = [] {
    if constexpr (kernel::vectorizable<typename Network::scalar>) {
        if constexpr (layers_of<Network>::any_has_a_form) {
            // A group is 64 bytes wide.
            constexpr std::size_t bytes = layers_of<Network>::numbers * 64;
            return std::size_t{bytes * 2 <= most_bytes ? 2 : bytes <= most_bytes ? 1 : 0};
        }
    }
    return std::size_t{0};
}();
template <class Network>
inline constexpr bool goes_in_groups = groups_at_once<Network> != 0;

// A record is that of one sample.
template <class Network>
inline constexpr bool learns_in_groups =
    goes_in_groups<Network> && !layers_of<Network>::any_keeps_a_record;

// As few samples as this, or fewer, are faster one by one.
template <class Network>
inline constexpr std::size_t few_samples = kernel::group<typename Network::scalar> / 4;

CTNN_ARITHMETIC_END
} // namespace ctnn::batch
