// How much stack a whole program takes, handlers with it: from the end of RAM down to the last byte that is not
// as it was painted. What ctnn_budget computes may not be less (budget/images.py).

#include "console.hpp"
#include "memory.hpp"
#include "number.hpp"

#include "../../benchmarks/embedded/nets/a.hpp"

#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>

namespace {

constexpr std::uint32_t paint = 0xA5A5A5A5;

// From the variables to what main and this function have taken.
[[gnu::noinline]] void paint_stack() {
    auto const here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    for (std::uint32_t volatile* at = bss_end; reinterpret_cast<std::uintptr_t>(at) < here - 32;
         ++at)
        *at = paint;
}

[[gnu::noinline]] unsigned stack_taken() {
    std::uint32_t const volatile* at = bss_end;
    while (*at == paint)
        ++at;
    return static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(stack_top) -
                                 reinterpret_cast<std::uintptr_t>(at));
}

constinit ctnn::training_result<nets::a::network> learner{nets::a::initial};
std::uint32_t volatile interrupts = 0;

void set_timer([[maybe_unused]] std::uint32_t control) {
#if defined(__arm__)
    auto* const timer = reinterpret_cast<std::uint32_t volatile*>(0xE000E010);
    timer[1] = 999999;
    timer[2] = 0;
    timer[0] = control;
#else
    interrupts = 20;
#endif
}

} // namespace

constinit nets::a::network::input_type features{};
constinit nets::a::network::output_type answer{};

extern "C" void system_tick() {
    interrupts = interrupts + 1;
    answer = nets::a::initial(features);
}

int main() {
    paint_stack();
    set_timer(7); // processor's clock, with an interrupt, on
    for (std::uint32_t step = 0; step < 3 || interrupts < 20; ++step)
        ctnn::train_step(learner, nets::a::loss, nets::optimizer,
                         nets::input<nets::a::network>(step), nets::target<nets::a::network>(step));
    set_timer(0);
    print_number(stack_taken(), 10);
    print("\n");
    return learner.ok() ? 0 : 1;
}
