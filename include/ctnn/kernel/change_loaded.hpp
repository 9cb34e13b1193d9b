#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/vector.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// change(values ...) in place, of Count numbers from each of `to` on; the run-time face only.
template <std::size_t Lanes, std::size_t Count, class Change, class... To>
[[gnu::always_inline]] inline void change_loaded(Change const& change, To*... to) {
    [&](auto... values) __attribute__((always_inline)) {
        change(values...);
        (store_part<0, Count>(to, values), ...);
    }
    (load_part<Lanes, Count>(to)...);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
