#pragma once

#include <ctnn/concept/customization.hpp>
#include <ctnn/kernel/update_each.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <type_traits>

namespace ctnn::detail {

// The rule's step (kernel/descent.hpp) for all trained parameters of one layer, or of a network, along their derivatives. It
// skips frozen parameters, and what an optimizer would remember of them.
template <class Rule, class Parameters, class... Memory>
constexpr void update_parameters(Rule const& rule, Parameters const& gradient, Parameters& p,
                                 Memory&... memory) {
    for_each_block<true>(
        [&rule](auto derivatives, auto parameters, auto... remembered) {
            kernel::update_each<decltype(parameters)::size>(rule, derivatives.data, parameters.data,
                                                            remembered.data...);
        },
        gradient, p, memory...);
}

// The rule's step of one layer: with the layer's own `update` if it has one, else by way of a gradient. `kept` is the
// record of a layer that keeps one, or no_record.
struct no_record {};
template <class Stage, class Rule, class Kept, class... Memory>
constexpr void update_layer(Rule const& rule, typename Stage::input const& x,
                            [[maybe_unused]] Kept const& kept, typename Stage::output const& dv,
                            typename Stage::parameters& p, Memory&... memory) {
    using bound = typename Stage::bound;
    if constexpr (std::is_same_v<Kept, no_record> &&
                  customization::updates<bound, Rule, typename Stage::input, typename Stage::output,
                                         typename Stage::parameters, Memory...>) {
        bound::update(rule, x, dv, p, memory...);
    } else {
        typename Stage::parameters gradient{};
        if constexpr (std::is_same_v<Kept, no_record>)
            bound::accumulate_gradient(p, x, dv, gradient);
        else
            bound::accumulate_gradient(p, x, kept, dv, gradient);
        update_parameters(rule, gradient, p, memory...);
    }
}

} // namespace ctnn::detail
