#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/face/compiler/network_form.hpp>
#include <ctnn/face/compiler/view.hpp>
#include <ctnn/metric/argmax.hpp>
#include <ctnn/network/detail/samples_diagnosis.hpp>
#include <limits>
#include <type_traits>

namespace ctnn {
namespace detail {

// With one output there are two classes, and argmax would call every answer right.
template <class Scalar, std::size_t Size>
constexpr std::size_t chosen_class(std::array<Scalar, Size> const& values) {
    if constexpr (Size == 1)
        return values[0] > Scalar(0.5) ? 1 : 0;
    else
        return argmax(values);
}

// The share of samples that answer(input) classifies rightly.
template <class Samples, class Answer>
constexpr double share_of_right_answers(Samples const& samples, Answer const& answer) {
    std::size_t const count = std::size(samples);
    auto const* const first = std::data(samples);
    std::size_t right = 0;
    for (std::size_t i = 0; i < count; ++i)
        if (chosen_class(answer(first[i].input)) == chosen_class(first[i].target))
            ++right;
    return static_cast<double>(right) / static_cast<double>(count);
}

// A separate function: without optimization, a compiler reserves stack for everything in a function.
template <class Network, class Samples>
constexpr double accuracy_in_compiler(Network const& net, Samples const& samples) {
    compiler::network_form<Network> const form(net);
    return share_of_right_answers(samples, [&form](typename Network::input_type const& x) {
        typename Network::output_type y;
        form.forward(compiler::view<typename Network::input_type const>(x), y);
        return y;
    });
}

} // namespace detail

/// The share of samples whose class the network chooses rightly: the index of the largest output,
/// or, of a network with one output, whether it is above 0.5.
///
/// Shape:    a contiguous range of samples to a number from 0 to 1.
/// Cost:     one forward pass for each sample.
/// Errors:   NaN where there are no samples; samples of another shape do not compile.
/// Example:  docs/examples/iris.cpp
template <concepts::network Network, class Samples,
          class Diagnosis = decltype(detail::samples_diagnosis<Network, Samples>())>
    requires detail::is_none<Diagnosis>
constexpr double accuracy(Network const& net, Samples const& samples) {
    if (std::size(samples) == 0)
        return std::numeric_limits<double>::quiet_NaN();
    if constexpr (concepts::trainable_network<Network>)
        if (std::is_constant_evaluated())
            return detail::accuracy_in_compiler(net, samples);
    return detail::share_of_right_answers(samples, net);
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Network, class Samples,
          class Diagnosis = decltype(detail::samples_diagnosis<Network, Samples>())>
    requires(!detail::is_none<Diagnosis>)
double accuracy(Network const&, Samples const&) = delete;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
