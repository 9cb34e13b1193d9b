#pragma once

#include <cstddef>
#include <ctnn/training/detail/batch_memory.hpp>
#include <ctnn/training/detail/train_diagnosis.hpp>
#include <ctnn/training/training_result.hpp>
#include <type_traits>

// What is only said of calls that a machine makes: compilers warn where they write down a call of a
// function with the attribute `warning`, not where they evaluate a constant. They name the line on
// which the function is called, and g++ the one into which that was inlined: a default argument is
// the caller's.

namespace ctnn {
namespace error {

[[gnu::noinline,
  gnu::warning("it puts more than 1 MB on the stack. Hold a ctnn::training_memory of the network, "
               "in static storage or on the heap, and call ctnn::train_in_place")]] inline void
train_of_a_large_network() {
    asm volatile("");
}

} // namespace error

namespace detail {

inline constexpr std::size_t much_stack = 1024 * 1024;

// What `train` puts on the stack besides its result.
template <class Start, class Optimizer>
inline constexpr std::size_t stack_of_train = [] {
    using from = training_from<Start, Optimizer>;
    if constexpr (from::possible)
        return sizeof(typename from::result) + sizeof(batch_memory<typename from::network>);
    else
        return std::size_t{0};
}();

template <std::size_t Bytes>
struct stack_check {
    [[gnu::always_inline]] constexpr stack_check() {
        if constexpr (Bytes > much_stack)
            if (!std::is_constant_evaluated())
                error::train_of_a_large_network();
    }
};

} // namespace detail
} // namespace ctnn
