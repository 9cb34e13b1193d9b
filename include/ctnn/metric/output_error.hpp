#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/face/compiler/network_form.hpp>
#include <ctnn/face/compiler/view.hpp>
#include <ctnn/kernel/mean.hpp>
#include <ctnn/metric/accuracy.hpp>
#include <ctnn/network/convert.hpp>
#include <ctnn/network/detail/samples_diagnosis.hpp>
#include <type_traits>

namespace ctnn {

/// How far an approximation of a network is from the network.
///
/// Shape:    largest and mean: of the absolute differences of all outputs; sample: where the largest
///           one is; same_class: the share of samples that both put into the same class.
/// Cost:     32 bytes.
/// Example:  docs/examples/iris_fixed_point.cpp
struct output_errors {
    double largest = 0;
    double mean = 0;
    std::size_t sample = 0;
    double same_class = 0;
};

namespace detail {

// (A separate function: without optimization, a compiler reserves stack for everything in a function.)
template <class Network, class F>
constexpr output_errors with_forward_in_compiler(Network const& net, F const& f) {
    compiler::network_form<Network> const form(net);
    return f([&form](typename Network::input_type const& x) {
        typename Network::output_type y;
        form.forward(compiler::view<typename Network::input_type const>(x), y);
        return y;
    });
}

// f(forward pass of the network): in a constant, in the compile-time form, which is faster.
template <class Approximation, class F>
constexpr output_errors with_forward(Approximation const& approximation, F const& f) {
    if constexpr (concepts::trainable_network<Approximation>)
        if (std::is_constant_evaluated())
            return with_forward_in_compiler(approximation, f);
    return f(approximation);
}

// A network of another scalar gets its inputs in that.
template <class Network, class Approximation, class Input>
constexpr auto input_for(Input const& x) {
    if constexpr (!concepts::network<Approximation>)
        return x;
    else if constexpr (std::is_same_v<typename Approximation::scalar, typename Network::scalar>)
        return x;
    else
        return convert<typename Approximation::scalar>(x);
}

template <class Network, class Approximation, class Samples, class Wanted, class Found>
constexpr output_errors compare_outputs(Samples const& samples, Wanted const& wanted,
                                        Found const& found) {
    output_errors errors;
    std::size_t const count = std::size(samples);
    auto const* const first = std::data(samples);
    std::size_t same = 0;
    total<double> sum;
    for (std::size_t i = 0; i < count; ++i) {
        auto const y = wanted(first[i].input);
        auto const z = found(input_for<Network, Approximation>(first[i].input));
        auto const* const a = y.data();
        auto const* const b = z.data();
        for (std::size_t j = 0; j < Network::output_size; ++j) {
            double const difference = static_cast<double>(a[j]) - static_cast<double>(b[j]);
            double const error = difference < 0 ? -difference : difference;
            sum.add(error);
            if (!(error <= errors.largest) && errors.largest == errors.largest) { // a NaN stays
                errors.largest = error;
                errors.sample = i;
            }
        }
        if (chosen_class(y) == chosen_class(z))
            ++same;
    }
    if (count > 0) {
        errors.mean = sum.mean(count * Network::output_size);
        errors.same_class = static_cast<double>(same) / static_cast<double>(count);
    }
    return errors;
}

} // namespace detail

/// Measures how far an approximation of a network, a network of another scalar or a quantized one, is
/// from the network over a set of samples; in a constant, so that a static_assert may bound it.
///
/// Shape:    a network; an approximation that takes the inputs in its own scalar or in the network's;
///           a contiguous range of the network's samples, whose targets do not matter.
/// Cost:     one forward pass of each for each sample.
/// Errors:   all zeros where there are no samples; samples of another shape do not compile.
/// Example:  docs/examples/iris_fixed_point.cpp
template <concepts::network Network, class Approximation, class Samples,
          class Diagnosis = decltype(detail::samples_diagnosis<Network, Samples>())>
    requires detail::is_none<Diagnosis>
constexpr output_errors output_error(Network const& net, Approximation const& approximation,
                                     Samples const& samples) {
    return detail::with_forward(net, [&](auto const& wanted) {
        return detail::with_forward(approximation, [&](auto const& found) {
            return detail::compare_outputs<Network, Approximation>(samples, wanted, found);
        });
    });
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Network, class Approximation, class Samples,
          class Diagnosis = decltype(detail::samples_diagnosis<Network, Samples>())>
    requires(!detail::is_none<Diagnosis>)
void output_error(Network const&, Approximation const&, Samples const&) = delete;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
