#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/face/batch/layers.hpp>
#include <ctnn/placed/layer_kind.hpp>
#include <type_traits>

#include "list.hpp"

// Of each face the column that it is in docs/layers.md: its title, whether it is in the table of proofs, what is wrong with
// an entry of the list that it cannot take, and, in few words, what it makes of one that it can. The words follow from what the library makes of the layer.

namespace faces {

using placed::layer_kind;

template <class Entry, class Scalar = float>
using stage_of = typename Entry::template network<Scalar>::template stage<Entry::index>;
template <class Entry>
constexpr layer_kind kind_of = placed::kind_of_layer<stage_of<Entry>>;
template <class Entry>
constexpr bool only_compares = customization::only_compares<typename stage_of<Entry>::bound>;
template <class Entry>
constexpr char const* yes =
    kind_of<Entry> == layer_kind::composite && !only_compares<Entry> ? "yes, as its layers" : "yes";
template <class Entry>
constexpr bool is_affine =
    kind_of<Entry> == layer_kind::dense || kind_of<Entry> == layer_kind::windows;

template <class Entry>
constexpr bool moves = kind_of<Entry> == layer_kind::moving ||
                       customization::passes_on<typename stage_of<Entry>::bound>;

template <class Entry>
constexpr bool bends = customization::bends<typename stage_of<Entry>::bound>;

// It has no parameters, and adds up before it divides.
template <class Entry>
constexpr bool averages = placed::has_constant_weights<stage_of<Entry>>;

struct takes_all {
    static constexpr bool proves = false;
    template <class>
    using diagnosis = error::none;
};

struct run : takes_all {
    static constexpr char const* title =
        "`net(x)`, `backpropagate`, `train`: at run time, at compile time, on boards";
    template <class>
    static constexpr char const* words = "yes";
};

struct batch : takes_all {
    static constexpr char const* title = "`net(batch)`";
    template <class Entry>
    static constexpr bool in_lanes =
        kind_of<Entry> == layer_kind::pointwise ||
        ctnn::batch::layers_of<typename Entry::template network<float>>::template has_a_form<
            Entry::index>;
    template <class Entry>
    static constexpr char const* words =
        !in_lanes<Entry>                        ? "one by one"
        : averages<Entry>                       ? "lanes"
        : kind_of<Entry> == layer_kind::windows ? "lanes, window by window"
                                                : "lanes";
};

struct learning : takes_all {
    static constexpr char const* title = "training in batches";
    template <class Entry>
    static constexpr char const* words =
        stage_of<Entry>::keeps_a_record                             ? "the whole network one by one"
        : kind_of<Entry> == layer_kind::windows && !averages<Entry> ? "its gradient one by one"
        : batch::in_lanes<Entry>                                    ? "lanes"
                                                                    : "one by one";
};

struct compiler : takes_all {
    static constexpr char const* title = "[`trained<recipe>`](compile_time_training.md)";
    template <class Entry>
    static constexpr bool is_in_groups = [] {
        if constexpr (requires { typename stage_of<Entry>::bound::windows; })
            return tensor::groups_of<typename stage_of<Entry>::bound::windows> > 1;
        else
            return false;
    }();
    template <class Entry>
    static constexpr char const* words =
        moves<Entry>                            ? "a copy"
        : averages<Entry>                       ? "its own code"
        : is_in_groups<Entry>                   ? "its own code"
        : kind_of<Entry> == layer_kind::windows ? "wide rows, window by window"
        : is_affine<Entry> || kind_of<Entry> == layer_kind::pointwise ? "wide rows"
                                                                      : "its own code";
};

struct fixed_point : takes_all {
    static constexpr char const* title = "[`fixed_point`](fixed_point.md)";
    template <class>
    static constexpr char const* words = "yes";
};

struct int8 {
    static constexpr bool proves = false;
    static constexpr char const* title = "[`quantize`](quantization.md) to int8";
    template <class Entry>
    using diagnosis =
        decltype(quantization::quantization_diagnosis<typename Entry::template network<float>>());
    template <class Entry>
    static constexpr bool only_last = !detail::is_none<
        decltype(quantization::quantization_diagnosis<typename Entry::template inside<float>>())>;
    template <class Entry>
    static constexpr char const* words =
        only_last<Entry>                          ? "only at the end"
        : only_compares<Entry> || moves<Entry>    ? "exact"
        : averages<Entry>                         ? "each mean rounded once"
        : is_affine<Entry>                        ? "a scale for each output"
        : bends<Entry>                            ? "a scale for all slopes"
        : kind_of<Entry> == layer_kind::pointwise ? "a table"
                                                  : "as its layers, and a scale for the sum";
};

struct intervals {
    static constexpr bool proves = true;
    static constexpr char const* title = "[`bounds`](verification.md)";
    template <class Entry>
    using diagnosis = decltype(verify::detail::bounds_diagnosis<
                               typename Entry::template network<float>,
                               typename Entry::template network<float>::input_type>());
    template <class Entry>
    static constexpr char const* words =
        moves<Entry> || bends<Entry>               ? "exact for each output"
        : kind_of<Entry> == layer_kind::pointwise  ? "its range"
        : is_affine<Entry> || only_compares<Entry> ? "exact for each output"
        : kind_of<Entry> == layer_kind::composite  ? "its layers', joined"
                                                   : "its own code";
};

struct linear {
    static constexpr bool proves = true;
    static constexpr char const* title =
        "`linear_bounds`, `prove`, `robust`, `class_is`, `host::prove`";
    template <class Entry>
    using diagnosis = decltype(verify::detail::linear_diagnosis<
                               typename Entry::template network<float>,
                               typename Entry::template network<float>::input_type>());
    template <class Entry>
    static constexpr char const* words =
        verify::detail::is_linear_stage<stage_of<Entry>> ||
                verify::detail::has_linear_branches<stage_of<Entry>> || bends<Entry>
            ? "functions go through"
            : "functions end; others start from its intervals";
};

struct derivatives {
    static constexpr bool proves = true;
    static constexpr char const* title = "`gradient_bounds`, `monotone`, `lipschitz_below`";
    template <class Entry>
    using diagnosis = decltype(verify::detail::gradient_diagnosis<
                               typename Entry::template network<float>,
                               typename Entry::template network<float>::input_type>());
    template <class Entry>
    static constexpr char const* words = yes<Entry>;
};

struct overflow {
    static constexpr bool proves = true;
    static constexpr char const* title = "`no_overflow`";
    using scalar = ctnn::fixed_point<3, 12>;
    template <class Entry>
    using diagnosis =
        decltype(verify::detail::headroom_diagnosis<typename Entry::template network<scalar>>());
    template <class Entry>
    static constexpr char const* words = yes<Entry>;
};

struct difference {
    static constexpr bool proves = true;
    static constexpr char const* title = "`difference_bounds`, `equivalent`";
    template <class Entry, class Network = typename Entry::template network<float>>
    static constexpr auto of_int8() {
        if constexpr (detail::is_none<int8::diagnosis<Entry>>)
            return verify::detail::comparison_diagnosis<Network, quantized<Network>,
                                                        typename Network::input_type>();
        else
            return int8::diagnosis<Entry>{};
    }
    template <class Entry>
    using diagnosis = decltype(of_int8<Entry>());
    template <class Entry>
    static constexpr char const* words = yes<Entry>;
};

struct costs : takes_all {
    static constexpr char const* title =
        "`footprint`, `within_budget`, `summary`, [reports](audit.md)";
    template <class>
    static constexpr char const* words = "yes";
};

// use.template operator()<Face>(name) for each.
template <class Use>
constexpr void for_each_face(Use const& use) {
#define CTNN_FACE(face, headers) use.template operator()<face>(#face);
    CTNN_FACES(CTNN_FACE)
#undef CTNN_FACE
}

template <class Face, class Entry>
constexpr bool takes = detail::is_none<typename Face::template diagnosis<Entry>>;

} // namespace faces
