#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/text/text.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::rtneural {

/// What is wrong with a model file of RTNeural, and at which layer.
///
/// Shape:    kind; layer, counted as those of the file (as those of the network where it is another one), and its type;
///           setting, a name in the file; tensor, counted in the layer's weights; found and needed: counts, or shapes of
///           found_rank and needed_rank.
/// Cost:     a few words.
/// Errors:   this is one; kind is `none` where there is none.
/// Example:  tests/import/rtneural/refusals.cpp
struct problem {
    enum class kinds : unsigned char {
        none,
        file_is_cut_off_or_no_json,
        file_has_no_layers,
        file_has_no_input_size,
        file_has_a_setting_that_is_not_read,
        file_has_more_layers_than_the_network,
        layer_is_not_read,
        layer_has_an_activation_that_is_not_read,
        layer_has_a_setting_that_is_not_read,
        layer_has_another_count_of_weights,
        layer_states_another_size,
        weights_have_another_shape,
        weights_have_rows_of_several_lengths,
        weights_hold_a_nan_or_an_infinity,
        weights_hold_a_variance_below_0,
        network_is_another,
    };
    static constexpr std::size_t most_dimensions = 4;

    kinds kind = kinds::none;
    std::size_t layer = 0;
    text_view type{};
    text_view setting{};
    std::size_t tensor = 0;
    std::size_t found_rank = 0;
    std::size_t needed_rank = 0;
    std::array<std::size_t, most_dimensions> found{};
    std::array<std::size_t, most_dimensions> needed{};

    /// The problem as a sentence.
    constexpr text message() const {
        switch (kind) {
        case kinds::none:
            return text("the file has no problem");
        case kinds::file_is_cut_off_or_no_json:
            return text("the file is cut off or is no JSON");
        case kinds::file_has_no_layers:
            return text("the file has no layers: it is no model of RTNeural");
        case kinds::file_has_no_input_size:
            return text("the last number of the file's in_shape is no size");
        case kinds::file_has_a_setting_that_is_not_read:
            return text("the file has a setting that is not read");
        case kinds::file_has_more_layers_than_the_network:
            return text("the file has more layers than the network");
        case kinds::layer_is_not_read:
            return text("the layer is of a type that ctnn does not read");
        case kinds::layer_has_an_activation_that_is_not_read:
            return text("the layer has an activation that ctnn does not read");
        case kinds::layer_has_a_setting_that_is_not_read:
            return text("the layer lacks a setting, or has one that ctnn does not read");
        case kinds::layer_has_another_count_of_weights:
            return text("the layer has another number of arrays of weights than its type needs");
        case kinds::layer_states_another_size:
            return text("the layer states another number of outputs than it has");
        case kinds::weights_have_another_shape:
            return text("weights have another shape than the layer needs");
        case kinds::weights_have_rows_of_several_lengths:
            return text("weights have rows of several lengths");
        case kinds::weights_hold_a_nan_or_an_infinity:
            return text("weights are NaN or infinite");
        case kinds::weights_hold_a_variance_below_0:
            return text("the variance of a batchnorm is below 0");
        case kinds::network_is_another:
            return text("the file holds another network than the one it is read into");
        }
        return text("unknown");
    }

    explicit constexpr operator bool() const { return kind != kinds::none; }
};

} // namespace ctnn::rtneural

#include <ctnn/config/epilogue.hpp>
