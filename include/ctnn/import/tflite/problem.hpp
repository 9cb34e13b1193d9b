#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/text/text.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::tflite {

/// What is wrong with a .tflite file, and at which operator.
///
/// Shape:    kind; operator_index: its place in the graph, from 0, and operator_name, which is empty where no operator is to
///           blame; option: of the operator; found and needed: sizes or counts, where the kind is about two.
/// Cost:     a few words.
/// Errors:   this is one; kind is `none` where there is none.
/// Example:  tests/import/tflite/faulty.cpp
struct problem {
    enum class kinds : unsigned char {
        none,
        file_is_cut_off_or_no_tflite,
        file_is_of_keras,
        file_is_larger_than_the_network,
        graph_has_not_one_input,
        graph_has_not_one_output,
        graph_has_an_input_of_unknown_size,
        graph_has_a_batch,
        graph_has_an_input_of_another_type,
        graph_has_an_output_that_its_input_does_not_reach,
        graph_has_another_input,
        graph_is_another_network,
        operator_is_not_of_the_network,
        operator_is_not_read,
        output_is_used_more_than_once,
        operand_is_not_in_the_file,
        option_has_a_value_that_is_not_read,
        weights_are_of_another_type,
        weights_are_not_as_many_as_their_shape_says,
        weights_hold_a_nan_or_an_infinity,
        input_has_another_size,
        shape_does_not_fit,
    };

    kinds kind = kinds::none;
    std::size_t operator_index = 0;
    text_view operator_name{};
    text_view option{};
    std::size_t found = 0;
    std::size_t needed = 0;

    /// The problem as a sentence.
    constexpr text message() const {
        switch (kind) {
        case kinds::none:
            return text("the file has no problem");
        case kinds::file_is_cut_off_or_no_tflite:
            return text("the file is cut off or is no .tflite file");
        case kinds::file_is_of_keras:
            return text("the file is one of Keras: convert the model, "
                        "tf.lite.TFLiteConverter.from_keras_model(model).convert()");
        case kinds::file_is_larger_than_the_network:
            return text("the file has more operators than the network needs");
        case kinds::graph_has_not_one_input:
            return text("the graph has not one input: convert a model with one");
        case kinds::graph_has_not_one_output:
            return text("the graph has not one output: convert a model with one");
        case kinds::graph_has_an_input_of_unknown_size:
            return text("the graph's input has an unknown size: convert a model with all sizes "
                        "but the batch's fixed");
        case kinds::graph_has_a_batch:
            return text(
                "the graph takes several inputs at once: convert a model with a batch of 1");
        case kinds::graph_has_an_input_of_another_type:
            return text("the graph's input is not of floats: convert a model of float32");
        case kinds::graph_has_an_output_that_its_input_does_not_reach:
            return text("no operators lead from the graph's input to its output");
        case kinds::graph_has_another_input:
            return text("the graph's input has other dimensions than the network's");
        case kinds::graph_is_another_network:
            return text("the graph has another layer than the network, at the place that `found` "
                        "counts from 0");
        case kinds::operator_is_not_of_the_network:
            return text("the operator is not one of the network's");
        case kinds::operator_is_not_read:
            return text("the operator is not one that ctnn reads");
        case kinds::output_is_used_more_than_once:
            return text("several operators use the same output, in a way that is not read");
        case kinds::operand_is_not_in_the_file:
            return text("an operand is not a constant of the file");
        case kinds::option_has_a_value_that_is_not_read:
            return text("an option has a value that is not read");
        case kinds::weights_are_of_another_type:
            return text("the weights have a type that is not read: convert the model without "
                        "optimizations");
        case kinds::weights_are_not_as_many_as_their_shape_says:
            return text("the bytes of the weights are not as many as their shape says");
        case kinds::weights_hold_a_nan_or_an_infinity:
            return text("the weights hold a NaN or an infinity");
        case kinds::input_has_another_size:
            return text("the operator's weights need another size of input than it gets");
        case kinds::shape_does_not_fit:
            return text("the shapes do not fit each other");
        }
        return text("unknown");
    }

    explicit constexpr operator bool() const { return kind != kinds::none; }
};

} // namespace ctnn::tflite

#include <ctnn/config/epilogue.hpp>
