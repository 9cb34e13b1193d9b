#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/optimizer/detail/gradient_diagnosis.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <type_traits>

namespace ctnn {
namespace detail {

template <class Network, class... Others>
constexpr auto side_by_side_diagnosis() {
    if constexpr (!fits<decltype(learner_diagnosis<Network>())>) {
        return learner_diagnosis<Network>();
    } else if constexpr (sizeof...(Others) == 0) {
        return error::none{};
    } else {
        return
            []<class First, class... Rest>(std::type_identity<First>, std::type_identity<Rest>...) {
                using first = decltype(gradient_diagnosis<Network, First>());
                if constexpr (!fits<first>)
                    return first{};
                else
                    return side_by_side_diagnosis<Network, Rest...>();
            }(std::type_identity<Others>{}...);
    }
}

} // namespace detail

/// Calls f(parameter, others' parameter...) for each parameter of a network and for those at the same place in other
/// networks, such as a gradient: layer by layer, in the order of their members. It skips numbers that are not trained,
/// such as the statistics of `batch_norm`.
///
/// Shape:    networks of one type, each constant or not; f gets references to their scalars.
/// Cost:     one call for each parameter.
/// Errors:   networks of different types do not compile; the message names the first layer that differs.
/// Example:  docs/examples/pricing.cpp
template <class F, class Network, class... Others,
          class Diagnosis =
              decltype(detail::side_by_side_diagnosis<std::remove_const_t<Network>,
                                                      std::remove_const_t<Others>...>())>
    requires detail::is_none<Diagnosis>
constexpr void for_each_parameter(F&& f, Network& net, Others&... others) {
    detail::for_each_block<true>(
        [&f](auto parameters, auto... beside) {
            for (std::size_t i = 0; i < decltype(parameters)::size; ++i)
                f(parameters.data[i], beside.data[i]...);
        },
        net, others...);
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class F, class Network, class... Others,
          class Diagnosis =
              decltype(detail::side_by_side_diagnosis<std::remove_const_t<Network>,
                                                      std::remove_const_t<Others>...>())>
    requires(!detail::is_none<Diagnosis>)
void for_each_parameter(F&&, Network&, Others&...) = delete;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
