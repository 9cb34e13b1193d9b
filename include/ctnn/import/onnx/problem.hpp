#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/text/text.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::onnx {

/// What is wrong with an ONNX file, and at which node.
///
/// Shape:    kind; node, operator_name and attribute: pieces of the file, which are empty where no node is to blame;
///           found and needed: sizes or counts, where the kind is about two; found: the first layer, counted from 0, that
///           is another one than the network's.
/// Cost:     a few words.
/// Errors:   this is one; kind is `none` where there is none.
/// Example:  tests/import/onnx/problem.cpp
struct problem {
    enum class kinds : unsigned char {
        none,
        file_is_cut_off_or_no_onnx,
        file_is_hdf5,
        file_is_a_zip,
        file_has_no_graph,
        file_has_local_functions,
        file_has_an_opset_that_is_not_read,
        file_is_larger_than_the_network,
        graph_has_two_tensors_of_one_name,
        graph_has_not_one_input,
        graph_has_not_one_output,
        graph_has_an_input_of_unknown_size,
        graph_has_an_input_that_is_not_float,
        graph_gives_another_size_than_it_states,
        graph_has_an_output_that_its_input_does_not_reach,
        graph_has_another_input,
        graph_is_another_network,
        operator_is_not_of_the_network,
        operator_is_not_read,
        output_is_used_more_than_once,
        operand_is_not_in_the_file,
        attribute_has_a_value_that_is_not_read,
        weights_are_no_float_or_double,
        weights_are_in_another_file,
        weights_are_in_several_files,
        weights_are_not_as_many_as_their_shape_says,
        weights_are_scattered,
        weights_hold_a_nan_or_an_infinity,
        weights_give_no_finite_number,
        sequence_begins_with_a_state_that_is_not_zero,
        sequence_has_another_length,
        only_the_last_step_is_read,
        operator_has_peepholes,
        gelu_is_approximate,
        input_has_another_size,
        shape_does_not_fit,
    };

    kinds kind = kinds::none;
    text_view node{};
    text_view operator_name{};
    text_view attribute{};
    std::size_t found = 0;
    std::size_t needed = 0;

    /// The problem as a sentence.
    constexpr text message() const {
        switch (kind) {
        case kinds::none:
            return text("the file has no problem");
        case kinds::file_is_cut_off_or_no_onnx:
            return text("the file is cut off or is no ONNX file");
        case kinds::file_is_hdf5:
            return text("the file is one of Keras (HDF5): export it as ONNX, "
                        "model.export(path, format=\"onnx\")");
        case kinds::file_is_a_zip:
            return text("the file is one of PyTorch or Keras (a zip): export the model as ONNX");
        case kinds::file_has_no_graph:
            return text("the file has no graph");
        case kinds::file_has_local_functions:
            return text("the file has functions of its own: export the model with them inlined");
        case kinds::file_has_an_opset_that_is_not_read:
            return text(
                "the file has an opset that is not read: export the model with opset 6 to 21");
        case kinds::file_is_larger_than_the_network:
            return text("the file has more nodes or tensors than the network needs");
        case kinds::graph_has_two_tensors_of_one_name:
            return text("two constants of the graph have the same name");
        case kinds::graph_has_not_one_input:
            return text("the graph has not one input: export the model with one");
        case kinds::graph_has_not_one_output:
            return text("the graph has not one output: export the model with one");
        case kinds::graph_has_an_input_of_unknown_size:
            return text(
                "the graph's input has an unknown size: export the model with all sizes but "
                "the batch's fixed");
        case kinds::graph_has_an_input_that_is_not_float:
            return text("the graph's input is neither float nor double");
        case kinds::graph_gives_another_size_than_it_states:
            return text("the graph gives another number of outputs than it states");
        case kinds::graph_has_an_output_that_its_input_does_not_reach:
            return text("no nodes lead from the graph's input to its output");
        case kinds::graph_has_another_input:
            return text("the graph's input has another shape than the network's");
        case kinds::graph_is_another_network:
            return text("a layer of the graph is another one than the network's");
        case kinds::operator_is_not_of_the_network:
            return text("the operator is not one of the network's");
        case kinds::operator_is_not_read:
            return text("the operator is not one that ctnn reads");
        case kinds::output_is_used_more_than_once:
            return text("several nodes use the same output, in a way that is not read");
        case kinds::operand_is_not_in_the_file:
            return text("an operand is not a constant of the file");
        case kinds::attribute_has_a_value_that_is_not_read:
            return text("an attribute has a value that is not read");
        case kinds::weights_are_no_float_or_double:
            return text("the weights are neither float nor double: export the model in float32");
        case kinds::weights_are_in_another_file:
            return text("the weights are in another file: save the model with its weights inside");
        case kinds::weights_are_in_several_files:
            return text("the weights are in several files: save the model with its weights inside");
        case kinds::weights_are_not_as_many_as_their_shape_says:
            return text("the bytes of the weights are not as many as their shape says");
        case kinds::weights_are_scattered:
            return text(
                "each weight is a field of its own: load the file with onnx and save it again");
        case kinds::weights_hold_a_nan_or_an_infinity:
            return text("the weights hold a NaN or an infinity");
        case kinds::sequence_begins_with_a_state_that_is_not_zero:
            return text("the sequence begins with a state that is not zero");
        case kinds::sequence_has_another_length:
            return text(
                "the sequence is shorter than its tensor: export the model without lengths");
        case kinds::only_the_last_step_is_read:
            return text("a part is taken out that is not the last step of a sequence");
        case kinds::operator_has_peepholes:
            return text("the LSTM has peepholes, which the layer has not");
        case kinds::gelu_is_approximate:
            return text("the node is the tanh approximation of GELU: export with "
                        "approximate=\"none\"");
        case kinds::weights_give_no_finite_number:
            return text("the weights have a divisor of 0 or a variance below 0");
        case kinds::input_has_another_size:
            return text("the node's weights need another size of input than it gets");
        case kinds::shape_does_not_fit:
            return text("the shapes do not fit each other");
        }
        return text("unknown");
    }

    explicit constexpr operator bool() const { return kind != kinds::none; }
};

} // namespace ctnn::onnx

#include <ctnn/config/epilogue.hpp>
