#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// The numbers that meet the weights of a window whose channels are in Groups groups, row by row, one for each output
// (kernel/affine_lanes.hpp): Outputs of each group get its OfGroup numbers of each place.
template <class Scalar, std::size_t Places, std::size_t OfGroup, std::size_t Groups,
          std::size_t Outputs>
struct group_rows {
    static constexpr std::size_t columns = Groups * Outputs;
    // Whether the numbers of a place are a row as they lie.
    static constexpr bool is_direct = OfGroup == 1 && Outputs == 1;
    static constexpr std::size_t capacity = is_direct ? columns : Places * OfGroup * columns;

    Scalar const* rows[Places * OfGroup];

    // All places are zeros.
    constexpr group_rows() {
        for (Scalar& number : numbers_)
            number = Scalar(0);
        for (std::size_t row = 0; row < Places * OfGroup; ++row)
            rows[row] = is_direct ? numbers_ : numbers_ + row * columns;
    }
    group_rows(group_rows const&) = delete;
    group_rows& operator=(group_rows const&) = delete;

    // A place has the numbers from `from` on. They stay there.
    constexpr void set(std::size_t place, Scalar const* from) {
        if constexpr (is_direct) {
            rows[place] = from;
        } else {
            Scalar* to = numbers_ + place * OfGroup * columns;
            for (std::size_t i = 0; i < OfGroup; ++i)
                for (std::size_t g = 0; g < Groups; ++g)
                    for (std::size_t j = 0; j < Outputs; ++j)
                        *to++ = from[g * OfGroup + i];
        }
    }

private:
    Scalar numbers_[capacity]; // zeros, or the rows
};

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
