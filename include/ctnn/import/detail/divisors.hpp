#pragma once

#include <cstddef>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/parameter_cursor.hpp>

namespace ctnn::detail {

// The first step that divides by 0 or by the root of a number below 0, or `count`. Looks at what lies in this file: the first
// one of a model, or another one.
template <class File>
constexpr std::size_t find_step_of_no_number(File file, bool is_another_file,
                                             imported_step const* steps, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        bool const has_variance = steps[i].layer == imported_layers::batch_norm;
        if (!has_variance && steps[i].layer != imported_layers::normalization)
            continue;
        imported_step divisors{};
        divisors.blocks[0] = steps[i].blocks[has_variance ? 3 : 1];
        divisors.block_count = divisors.blocks[0].in_another_file == is_another_file ? 1 : 0;
        for (basic_parameter_cursor<File> numbers(file, &divisors, 1); !numbers.at_end();)
            if (double const one = numbers.next(); has_variance ? one < 0 : one == 0)
                return i;
    }
    return count;
}

} // namespace ctnn::detail
