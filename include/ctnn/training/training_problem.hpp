#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/text/text.hpp>

namespace ctnn {

/// What stopped a training, and where.
///
/// Shape:    kind; epoch: how many were complete; sample: its place in the range of samples; setting: what the optimizer
///           says of the one that makes no sense.
/// Cost:     four words.
/// Errors:   this is one; kind is `none` where there is none.
/// Example:  tests/training/training_problem.cpp
struct training_problem {
    enum class kinds : unsigned char {
        none,
        no_samples,
        batch_size_is_zero,
        optimizer_has_a_setting_that_makes_no_sense,
        loss_has_a_setting_that_makes_no_sense,
        sample_is_not_finite,
        loss_is_not_finite,
        parameters_are_not_finite,
    };

    kinds kind = kinds::none;
    std::size_t epoch = 0;
    std::size_t sample = 0;
    char const* setting = ""; // the optimizer's sentence about it

    /// The problem as a sentence.
    constexpr text message() const {
        switch (kind) {
        case kinds::none:
            return text("the training has no problem");
        case kinds::no_samples:
            return text("the training has no samples");
        case kinds::batch_size_is_zero:
            return text("the batch size is zero");
        case kinds::optimizer_has_a_setting_that_makes_no_sense:
            return text(setting);
        case kinds::loss_has_a_setting_that_makes_no_sense:
            return text("the loss has a setting that makes no sense, such as a Huber delta that is "
                        "not positive");
        case kinds::sample_is_not_finite:
            return text("a sample holds a NaN or an infinity");
        case kinds::loss_is_not_finite:
            return text("the loss of a sample is a NaN or infinite");
        case kinds::parameters_are_not_finite:
            return text("the epoch left a NaN or an infinity in the parameters");
        }
        return text("unknown");
    }

    friend constexpr bool operator==(training_problem const& left, training_problem const& right) {
        return left.kind == right.kind && left.epoch == right.epoch &&
               left.sample == right.sample && text(left.setting) == text(right.setting);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
