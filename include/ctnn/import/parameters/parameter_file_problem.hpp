#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/text/text.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn {

/// What is wrong with a file of parameters, and at which tensor.
///
/// Shape:    kind; layer, counted as those of the network; tensor and layer_name, pieces of the file or of `layer_names`;
///           found and needed, shapes of found_rank and needed_rank, where the kind is about two.
/// Cost:     a few words.
/// Errors:   this is one; kind is `none` where there is none.
/// Example:  tests/import/parameters/refusals.cpp
struct parameter_file_problem {
    enum class kinds : unsigned char {
        none,
        file_is_cut_off_or_of_another_format,
        file_is_hdf5,
        file_is_compressed,
        file_is_big_endian,
        file_is_another_zip,
        file_is_torch_script,
        file_is_no_state_dict,
        file_is_of_old_pytorch,
        file_has_more_tensors_than_the_network,
        names_have_no_order,
        layer_is_missing,
        tensor_is_missing,
        tensor_has_another_shape,
        tensor_has_numbers_that_are_not_read,
        tensor_has_numbers_of_16_bits,
        tensor_is_not_used,
        layer_holds_a_nan_or_an_infinity,
    };
    static constexpr std::size_t most_dimensions = 4;

    kinds kind = kinds::none;
    std::size_t layer = 0;
    text_view layer_name{};
    text_view tensor{};
    std::size_t found_rank = 0;
    std::size_t needed_rank = 0;
    std::array<std::size_t, most_dimensions> found{};
    std::array<std::size_t, most_dimensions> needed{};

    /// The problem as a sentence.
    constexpr text message() const {
        switch (kind) {
        case kinds::none:
            return text("the file has no problem");
        case kinds::file_is_cut_off_or_of_another_format:
            return text("the file is cut off or of a format that is not read");
        case kinds::file_is_hdf5:
            return text("the file is HDF5: export the model as ONNX");
        case kinds::file_is_compressed:
            return text("the file is compressed: save it by np.savez, not np.savez_compressed");
        case kinds::file_is_big_endian:
            return text("the file has big-endian numbers: save it with little-endian ones");
        case kinds::file_is_another_zip:
            return text("the file is a zip without arrays of numpy and without tensors of PyTorch");
        case kinds::file_is_torch_script:
            return text(
                "the file is TorchScript: torch.save(torch.jit.load(path).state_dict(), path)");
        case kinds::file_is_no_state_dict:
            return text(
                "the file holds more than a state_dict: torch.save(model.state_dict(), path)");
        case kinds::file_is_of_old_pytorch:
            return text("the file is of PyTorch before 1.6: torch.save(torch.load(path), path)");
        case kinds::file_has_more_tensors_than_the_network:
            return text("the file has more tensors than the network needs");
        case kinds::names_have_no_order:
            return text("the names of the layers are not numbered: list them in layer_names");
        case kinds::layer_is_missing:
            return text("the file has fewer layers than the network");
        case kinds::tensor_is_missing:
            return text("the file lacks a tensor that a layer needs");
        case kinds::tensor_has_another_shape:
            return text("a tensor has another shape than its layer needs");
        case kinds::tensor_has_numbers_that_are_not_read:
            return text("a tensor is neither float32 nor float64: save it as float32");
        case kinds::tensor_has_numbers_of_16_bits:
            return text("a tensor has 16-bit numbers: save it as float32, or ask for "
                        "half_precision");
        case kinds::tensor_is_not_used:
            return text("no layer uses a tensor of the file");
        case kinds::layer_holds_a_nan_or_an_infinity:
            return text("a layer's parameters hold a NaN or an infinity");
        }
        return text("unknown");
    }

    explicit constexpr operator bool() const { return kind != kinds::none; }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
