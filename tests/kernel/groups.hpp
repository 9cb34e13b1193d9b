#pragma once

#include <array>
#include <cstddef>
#include <ctnn/face/batch/plain_form.hpp>
#include <ctnn/kernel/group.hpp>
#include <vector>

#include "faces.hpp"

// A kernel for groups of samples gives each sample the bits of the kernel for one.

namespace groups {

// Samples one by one, and the same samples in groups; what no sample fills is 0.
template <class Scalar, std::size_t Size>
struct samples {
    std::vector<std::array<Scalar, Size>> each;
    std::vector<Scalar> grouped;

    samples(seeded::random_numbers& numbers, std::size_t count, std::size_t groups)
        : each(count), grouped(groups * ctnn::kernel::group<Scalar> * Size) {
        for (std::size_t k = 0; k < count; ++k) {
            each[k] = faces::draw<Scalar, Size>(numbers);
            ctnn::batch::put_sample(each[k], grouped.data(), k);
        }
    }
};

// expected(k) is an array, which sample k of the groups must be.
template <std::size_t Size, class Scalar, class Expected>
std::size_t count_different(std::vector<Scalar> const& grouped, std::size_t count,
                            Expected const& expected) {
    std::size_t different = 0;
    for (std::size_t k = 0; k < count; ++k)
        different += !compare::same_bits(
            ctnn::batch::sample_of<std::array<Scalar, Size>>(grouped.data(), k), expected(k));
    return different;
}

// Check::run<Scalar, Inputs, Outputs>() for shapes around the sizes of vectors and of the tiles that
// stay in registers.
template <class Check, class Scalar>
void check_shapes() {
    if constexpr (ctnn::kernel::vectorizable<Scalar>) {
        Check::template run<Scalar, 1, 1>();
        Check::template run<Scalar, 3, 2>();
        Check::template run<Scalar, 9, 7>();
        Check::template run<Scalar, 30, 10>();
        Check::template run<Scalar, 13, 37>();
        Check::template run<Scalar, 6, 130>();
    } else {
        SUCCEED("no vectors");
    }
}

} // namespace groups
