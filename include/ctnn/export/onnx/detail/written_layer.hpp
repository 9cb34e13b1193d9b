#pragma once

#include <ctnn/concept/customization.hpp>
#include <ctnn/export/onnx/detail/graph_writer.hpp>
#include <ctnn/import/detail/is_same_network.hpp>
#include <ctnn/import/detail/layers.hpp>

namespace ctnn::onnx::detail {

using ctnn::detail::imported_activation;
using ctnn::detail::imported_activations;
using ctnn::detail::imported_layers;

// How a layer is written: the way back of what import/ reads. Each kind specializes it, in a file of layers/.
//
//   takes                        the form that it brings its input into
//   is_written<Stage>            whether ONNX has it, for a kind that it has in part
//   write<Stage>(to, parameters) writes the nodes and weights, without the activation. The value has its input's extents
//                                before, and gets those of the output after.
template <imported_layers Layer>
struct written_layer {
    static constexpr forms takes = forms::any;
    template <class Stage>
    static constexpr bool is_written = false;
};

// One that takes all forms.
struct written_in_any_form {
    static constexpr forms takes = forms::any;
    template <class Stage>
    static constexpr bool is_written = true;
};
template <forms Form>
struct written_in_form {
    static constexpr forms takes = Form;
    template <class Stage>
    static constexpr bool is_written = true;
};

template <class Stage>
using described_stage = ctnn::detail::described_layer<typename Stage::layer>;
template <class Stage>
using layer_writer = written_layer<described_stage<Stage>::signature.layer>;

// Whether it only gives another shape, and is no layer of the file.
template <class Stage>
inline constexpr bool is_only_a_shape =
    ctnn::customization::passes_on<typename Stage::bound>&& described_stage<Stage>::signature
        .layer == imported_layers::nothing;

// Whether the file has its layers.
template <class Stage>
inline constexpr bool is_made_of_layers = ctnn::detail::is_described_join<typename Stage::layer> ||
                                          ctnn::detail::is_row_of_layers<typename Stage::layer>;

} // namespace ctnn::onnx::detail
