#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <boost/hana/at.hpp>
#include <boost/hana/for_each.hpp>
#include <boost/hana/tuple.hpp>
#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/network/detail/input_diagnosis.hpp>
#include <ctnn/placed/detail/apply_activation.hpp>
#include <ctnn/placed/detail/storage.hpp>
#include <utility>

namespace ctnn::detail {
CTNN_ARITHMETIC_BEGIN

// The outputs of a network's layers for one input.
template <class Network, class Indices = std::make_index_sequence<Network::depth>>
struct trace_of;
template <class Network, std::size_t... Index>
struct trace_of<Network, std::index_sequence<Index...>> {
    boost::hana::tuple<typename Network::template stage<Index>::output...> outputs{};

    // Layer I's output, after its activation.
    template <std::size_t Place>
    constexpr auto const& layer() const {
        using diagnosis = index_diagnosis<Place, Network::depth>;
        static_assert(fits<diagnosis>);
        return boost::hana::at_c < fits<diagnosis> ? Place : 0 > (outputs);
    }

    // f(output) for each layer, in their order.
    template <class F>
    constexpr void for_each(F&& f) const {
        boost::hana::for_each(outputs, f);
    }

    friend constexpr bool operator==(trace_of const& a, trace_of const& b) {
        return (... &&
                (boost::hana::at_c<Index>(a.outputs) == boost::hana::at_c<Index>(b.outputs)));
    }
};

template <std::size_t Index, class Network, class Input, class Outputs>
constexpr void trace_from(Network const& net, Input const& x, Outputs& outputs) {
    if constexpr (Index < Network::depth) {
        using here = typename Network::template stage<Index>;
        auto& y = boost::hana::at_c<Index>(outputs);
        y = apply_activation<typename here::activation>(
            here::bound::forward(net.template layer<Index>(), x));
        trace_from<Index + 1>(net, y, outputs);
    }
}

template <class Network, class Input>
constexpr auto trace_diagnosis() {
    if constexpr (concepts::trainable_network<Network>)
        return call_input_diagnosis<Network, Input>();
    else if constexpr (concepts::network<Network>)
        return typename error::network_that_only_infers<
            Network>::cannot_be_traced_so_trace_the_network_that_it_was_made_from{};
    else
        return typename error::first_argument_of_type<Network>::is_not_a_network{};
}

CTNN_ARITHMETIC_END
} // namespace ctnn::detail

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// The output of each layer for one input: `trace(net, x).layer<I>()` is that of layer I, after its activation. Use it to
/// find the first layer at which two implementations of a network differ. `trace(net, x).for_each(f)` calls f(output)
/// for each layer.
///
/// The parameters of a layer made of layers are a network, which you can trace in turn:
/// `trace(net.layer<2>(), trace(net, x).layer<1>())`.
///
/// Shape:    x: input_size scalars; layer I: the size of its output. The last one is net(x), to the bit.
/// Cost:     one forward pass, and an array for each layer.
/// Errors:   an input of the wrong size does not compile, nor does a quantized network.
/// Example:  docs/examples/trace.cpp
template <concepts::network Network, class Input = detail::input_braces<Network>,
          class Diagnosis = decltype(detail::trace_diagnosis<Network, Input>())>
    requires detail::is_none<Diagnosis>
constexpr detail::trace_of<Network> trace(Network const& net, Input const& x) {
    detail::trace_of<Network> seen;
    detail::trace_from<0>(net, detail::array_of<typename Network::input_type>(x), seen.outputs);
    return seen;
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Network, class Input = detail::input_braces<Network>,
          class Diagnosis = decltype(detail::trace_diagnosis<Network, Input>())>
    requires(!detail::is_none<Diagnosis>)
void trace(Network const&, Input const&) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
