#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/detail/in_blocks.hpp>
#include <ctnn/sample.hpp>
#include <type_traits>
#include <utility>

namespace ctnn {

/// The samples with every input times one factor: `rescale(images, 1 / 255.0F)` brings pixels of
/// 0 to 255 to 0 to 1.
///
/// Shape:    an array of samples and a scalar to an array of the same type.
/// Gradient: factor.
/// Cost:     a copy of the array; a multiplication for each input.
/// Errors:   none; what overflows becomes infinite, which `train` reports.
/// Source:   this library.
/// Example:  tests/data/rescale.cpp
template <concepts::scalar Scalar, std::size_t Inputs, class Target, std::size_t Size>
constexpr auto rescale(std::array<sample<std::array<Scalar, Inputs>, Target>, Size> samples,
                       std::type_identity_t<Scalar> const& factor) {
    for (auto& one : samples)
        detail::in_blocks<Inputs>(
            [&factor]<std::size_t... Index>(std::index_sequence<Index...>, Scalar * x) {
                ((x[Index] *= factor), ...);
            },
            one.input.data());
    return samples;
}

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
