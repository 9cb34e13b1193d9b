#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/text/text.hpp>

namespace ctnn {

/// Why a network could not be quantized, and where.
///
/// Shape:    kind; sample: its place in the range of calibration samples.
/// Cost:     two words.
/// Errors:   this is one; kind is `none` if there is no problem.
/// Example:  tests/quantization/quantize.cpp
struct quantization_problem {
    enum class kinds : unsigned char {
        none,
        no_samples,
        sample_is_not_finite,
        parameters_are_not_finite,
        layer_is_not_finite,
    };

    kinds kind = kinds::none;
    std::size_t sample = 0;

    /// The problem as a sentence.
    constexpr text message() const {
        switch (kind) {
        case kinds::none:
            return text("the quantization has no problem");
        case kinds::no_samples:
            return text("there are no samples to calibrate with");
        case kinds::sample_is_not_finite:
            return text("a calibration sample holds a NaN or an infinity");
        case kinds::parameters_are_not_finite:
            return text("a parameter is a NaN or infinite");
        case kinds::layer_is_not_finite:
            return text("a calibration sample makes a layer give a NaN or an infinity");
        }
        return text("unknown");
    }

    friend constexpr bool operator==(quantization_problem const&,
                                     quantization_problem const&) = default;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
