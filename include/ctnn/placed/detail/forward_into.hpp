#pragma once

#include <ctnn/concept/customization.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <type_traits>

namespace ctnn::detail {

// v = forward(p, x). A layer may also have forward_into(p, x, v): a machine without vectors has no
// registers for a returned array, and each copy costs memory and time.
template <class Stage>
[[gnu::always_inline]] constexpr void forward_into(typename Stage::parameters const& p,
                                                   typename Stage::input const& x,
                                                   typename Stage::output& v) {
    using bound = typename Stage::bound;
    if constexpr (kernel::goes_in_registers<typename Stage::scalar> &&
                  customization::writes_in_place<bound, typename Stage::parameters,
                                                 typename Stage::input, typename Stage::output>) {
        if (!std::is_constant_evaluated())
            return bound::forward_into(p, x, v);
    }
    v = bound::forward(p, x);
}

} // namespace ctnn::detail
