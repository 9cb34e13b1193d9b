#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/data/detail/each_unrolled.hpp>
#include <ctnn/data/detail/samples_range.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <utility>

namespace ctnn {

/// The samples with every input times one factor: `rescale(images, 1 / 255.0F)` brings pixels of
/// 0 to 255 to 0 to 1.
///
/// Shape:    what owns samples (`std::array`, `std::vector`, the result of `csv`) and a scalar to a copy of it.
/// Gradient: factor.
/// Cost:     a copy of the samples; a multiplication for each input.
/// Errors:   none; what overflows becomes infinite, which `train` reports.
/// Example:  tests/data/rescale.cpp
template <class Samples, class Diagnosis = decltype(detail::copied_samples_diagnosis<Samples>())>
    requires detail::is_none<Diagnosis>
constexpr Samples rescale(Samples samples,
                          typename detail::input_of_samples<Samples>::scalar const& factor) {
    using scalar = typename detail::input_of_samples<Samples>::scalar;
    auto* one = std::data(samples);
    for (auto* const end = one + std::size(samples); one != end; ++one)
        detail::each_unrolled<detail::input_of_samples<Samples>::size>(
            [&factor]<std::size_t... Index>(std::index_sequence<Index...>, scalar * x) {
                ((x[Index] *= factor), ...);
            },
            one->input.data());
    return samples;
}

template <class Samples, class Factor,
          class Diagnosis = decltype(detail::copied_samples_diagnosis<Samples>())>
    requires(!detail::is_none<Diagnosis>)
void rescale(Samples const&, Factor const&) = delete;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
