#pragma once

#include <cstddef>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/parameter_cursor.hpp>
#include <ctnn/import/parameters/detail/needed_layer.hpp>
#include <ctnn/import/parameters/detail/placed_tensors.hpp>
#include <ctnn/import/parameters/detail/stored_tensor.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/text/text_view.hpp>
#include <type_traits>

namespace ctnn::detail {

// The numbers of a file, one after the other, in the order in which a network has its parameters. (It keeps one layer's
// places at a time: boards have little room.)
class placed_numbers {
public:
    constexpr placed_numbers(char const* file, tensor_list& list, text_view const* names,
                             bool takes_16_bits, needed_layer const* layers, std::size_t count)
        : tensors_{list, names, takes_16_bits}, file_{file}, layers_{layers}, left_{count} {
        settle();
    }
    constexpr placed_numbers(placed_numbers const&) = delete;

    // Also after a problem.
    constexpr bool at_end() const { return at_end_; }
    constexpr double next() {
        double const number = cursor_.next();
        if (cursor_.at_end())
            settle();
        return number;
    }
    constexpr parameter_file_problem& problem() { return tensors_.found; }
    constexpr bool are_all_used() { return tensors_.are_all_used(); }

private:
    constexpr void settle() {
        at_end_ = left_ == 0 || !tensors_.next(*layers_, step_);
        if (at_end_)
            return;
        --left_;
        ++layers_;
        cursor_ = parameter_cursor(file_, &step_, 1);
    }

    placed_tensors tensors_;
    char const* file_;
    needed_layer const* layers_;
    std::size_t left_;
    bool at_end_ = false;
    imported_step step_{};
    parameter_cursor cursor_{nullptr, nullptr, 0};
};

template <class Scalar>
constexpr parameter_file_problem find_misfit(char const* file, tensor_list& list,
                                             text_view const* names, bool takes_16_bits,
                                             needed_layer const* layers, std::size_t count) {
    using kinds = parameter_file_problem::kinds;
    if (list.found == kinds::none && list.is_overfull()) {
        // (The tensor that is one too many may be any of them.)
        parameter_file_problem found;
        found.kind = kinds::file_has_more_tensors_than_the_network;
        return found;
    }
    placed_numbers numbers(file, list, names, takes_16_bits, layers, count);
    while (!numbers.at_end()) {
        double const number = numbers.next();
        bool is_number = math::is_finite(number);
        if constexpr (std::is_floating_point_v<Scalar>)
            is_number = is_number && math::is_finite(static_cast<Scalar>(number));
        if (!is_number) {
            numbers.problem().kind = kinds::layer_holds_a_nan_or_an_infinity;
            break;
        }
    }
    numbers.are_all_used();
    return numbers.problem();
}

} // namespace ctnn::detail
