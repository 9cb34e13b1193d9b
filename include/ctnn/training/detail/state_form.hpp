#pragma once

#include <cstddef>
#include <ctnn/concept/no_state.hpp>
#include <ctnn/concept/optimizer_memory.hpp>
#include <ctnn/face/compiler/network_form.hpp>
#include <utility>

namespace ctnn::compiler {

// What an optimizer remembers, in the form in which the compiler trains the network.
template <class Network, class State>
struct state_form;

template <class Network>
struct state_form<Network, no_state> {
    constexpr state_form() = default;
    constexpr explicit state_form(no_state) {}
    constexpr no_state state() const { return {}; }

    // One sample, one step.
    template <class Rule>
    constexpr auto step(Rule const& rule) {
        return update_step<Rule, network_form<Network>, std::index_sequence<>>{rule};
    }
    // A step along a gradient.
    template <class Rule>
    constexpr void update(Rule const& rule, network_form<Network> const& gradient,
                          network_form<Network>& net) {
        net.update_by(rule, gradient);
    }
};

template <class Network, class Memory>
struct state_form<Network, optimizer_memory<Network, Memory>> {
    using remembered = optimizer_memory<Network, Memory>;
    using form = network_form<Network>;
    using indices = std::make_index_sequence<remembered::size>;

    form forms[remembered::size]{};

    constexpr state_form() = default;
    constexpr explicit state_form(remembered const& state) {
        for (std::size_t i = 0; i < remembered::size; ++i)
            forms[i] = form(state.entries[i].network);
    }
    constexpr remembered state() const {
        remembered result;
        for (std::size_t i = 0; i < remembered::size; ++i)
            forms[i].store(result.entries[i].network);
        return result;
    }

    template <class Rule>
    constexpr auto step(Rule const& rule) {
        return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            return update_step<Rule, form, indices>{rule, {&forms[Index]...}};
        }
        (indices{});
    }
    template <class Rule>
    constexpr void update(Rule const& rule, form const& gradient, form& net) {
        [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            net.update_by(rule, gradient, forms[Index]...);
        }
        (indices{});
    }
};

} // namespace ctnn::compiler
