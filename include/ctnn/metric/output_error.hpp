#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/detail/samples_verdict.hpp>
#include <ctnn/metric/accuracy.hpp>
#include <ctnn/number/convert.hpp>

namespace ctnn {

/// How far an approximation of a network is from the network.
///
/// Shape:    largest and mean: of the absolute differences of all outputs; sample: where the largest
///           one is; same_class: the share of samples that both put into the same class.
/// Gradient: none.
/// Cost:     32 bytes.
/// Errors:   none.
/// Source:   this library.
/// Example:  docs/examples/iris_fixed_point.cpp
struct output_errors {
    double largest = 0;
    double mean = 0;
    std::size_t sample = 0;
    double same_class = 0;
};

/// Measures how far an approximation of a network, a network of another scalar or a quantized one, is
/// from the network over a set of samples; in a constant, so that a static_assert may bound it.
///
/// Shape:    a network; an approximation that takes the inputs in its own scalar or in the network's;
///           a contiguous range of the network's samples, whose targets do not matter.
/// Gradient: none.
/// Cost:     one forward pass of each for each sample.
/// Errors:   all zeros where there are no samples; samples of another shape do not compile.
/// Source:   this library.
/// Example:  docs/examples/iris_fixed_point.cpp
template <concepts::network Network, class Approximation, class Samples,
          class Verdict = decltype(detail::samples_verdict<Network, Samples>())>
    requires detail::is_none<Verdict>
constexpr output_errors output_error(Network const& net, Approximation const& approximation,
                                     Samples const& samples) {
    output_errors found;
    std::size_t const count = std::size(samples);
    auto const* const first = std::data(samples);
    std::size_t same = 0;
    for (std::size_t i = 0; i < count; ++i) {
        auto const y = net(first[i].input);
        auto const other = [&] {
            if constexpr (concepts::network<Approximation>)
                return approximation(convert<typename Approximation::scalar>(first[i].input));
            else
                return approximation(first[i].input);
        }();
        for (std::size_t j = 0; j < y.size(); ++j) {
            double const difference = static_cast<double>(y[j]) - static_cast<double>(other[j]);
            double const error = difference < 0 ? -difference : difference;
            found.mean += error;
            if (!(error <= found.largest) && found.largest == found.largest) { // a NaN stays
                found.largest = error;
                found.sample = i;
            }
        }
        if (detail::chosen_class(y) == detail::chosen_class(other))
            ++same;
    }
    if (count > 0) {
        found.mean /= static_cast<double>(count * Network::output_size);
        found.same_class = static_cast<double>(same) / static_cast<double>(count);
    }
    return found;
}

} // namespace ctnn
