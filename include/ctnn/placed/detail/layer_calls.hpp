#pragma once

#include <ctnn/concept/layer.hpp>
#include <ctnn/placed/detail/forward_into.hpp>
#include <ctnn/placed/detail/update_layer.hpp>

// What training calls on one layer, with its record if it keeps one: forward, then unwind, then backward and the
// gradient, each once for a sample.

namespace ctnn::detail {

// v = forward(p, x), and fills the layer's record.
template <class Stage>
[[gnu::always_inline]] constexpr void record_preactivation(typename Stage::parameters const& p,
                                                           typename Stage::input const& x,
                                                           typename Stage::record& record) {
    if constexpr (Stage::keeps_a_record)
        record.preactivation = Stage::bound::forward(p, x, record.kept);
    else
        forward_into<Stage>(p, x, record.preactivation);
}

// If the layer keeps a record, derivatives replace what it recorded.
template <class Stage>
[[gnu::always_inline]] constexpr void
unwind_layer([[maybe_unused]] typename Stage::parameters const& p,
             [[maybe_unused]] typename Stage::input const& x,
             [[maybe_unused]] typename Stage::record& record,
             [[maybe_unused]] typename Stage::output const& dv) {
    if constexpr (Stage::keeps_a_record)
        Stage::bound::unwind(p, x, record.kept, dv);
}

template <class Stage>
[[gnu::always_inline]] constexpr typename Stage::input
backward_layer(typename Stage::parameters const& p, typename Stage::input const& x,
               [[maybe_unused]] typename Stage::record const& record,
               typename Stage::output const& dv) {
    if constexpr (Stage::keeps_a_record)
        return Stage::bound::backward(p, x, record.kept, dv);
    else
        return Stage::bound::backward(p, x, dv);
}

template <class Stage>
[[gnu::always_inline]] constexpr void
accumulate_layer(typename Stage::parameters const& p, typename Stage::input const& x,
                 [[maybe_unused]] typename Stage::record const& record,
                 typename Stage::output const& dv, typename Stage::parameters& gradient) {
    if constexpr (Stage::keeps_a_record)
        Stage::bound::accumulate_gradient(p, x, record.kept, dv, gradient);
    else
        Stage::bound::accumulate_gradient(p, x, dv, gradient);
}

// The rule's step along the gradient.
template <class Stage, class Rule, class... Memory>
[[gnu::always_inline]] constexpr void
update_recorded(Rule const& rule, typename Stage::input const& x,
                [[maybe_unused]] typename Stage::record const& record,
                typename Stage::output const& dv, typename Stage::parameters& p,
                Memory&... memory) {
    if constexpr (Stage::keeps_a_record)
        update_layer<Stage>(rule, x, record.kept, dv, p, memory...);
    else
        update_layer<Stage>(rule, x, no_record{}, dv, p, memory...);
}

} // namespace ctnn::detail
