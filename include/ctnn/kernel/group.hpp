#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/vector.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// Samples that go through a network side by side, each in a lane of its own, so that layers of any
// width fill the vectors and a weight is read once for all of them. Number i of the samples of a
// group lies at [i * group + lane]; one group lies after the other. A group is 64 bytes wide on
// every machine: one vector or more.
template <class Scalar>
inline constexpr std::size_t group = 64 / sizeof(Scalar);

template <vectorizable Scalar>
inline constexpr std::size_t vectors_of_group = group<Scalar> / widest<Scalar>;

// How many vectors a kernel may add to at once: the rest of the machine's registers hold operands.
#if defined(__AVX512F__) || defined(__aarch64__) || defined(__VSX__)
inline constexpr std::size_t accumulators = 16;
#else
inline constexpr std::size_t accumulators = 12;
#endif

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
