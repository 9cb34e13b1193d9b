// All that runs before main on a Cortex-M without an operating system. There is no heap, and the
// linker script allows no static constructor, so nothing else is needed.

#include "console.hpp"
#include "memory.hpp"
#include "semihosting.hpp"

#include <cstdint>

int main();

void print(char const* text) {
    semihosting::write(text);
}

extern "C" [[noreturn]] void stop_at_fault() {
    print("FAULT\n");
    semihosting::exit(99);
}

extern "C" [[noreturn]] void reset() {
#ifdef __ARM_FP
    // The processor starts with its floating-point unit switched off (CPACR, coprocessors 10 and
    // 11).
    auto* const access_control = reinterpret_cast<std::uint32_t volatile*>(0xE000ED88);
    *access_control = *access_control | 0xF00000;
    asm volatile("dsb\n isb" ::: "memory");
#endif
    initialize_memory();
    semihosting::exit(main());
}

// What the system timer calls; a program may have its own.
extern "C" [[gnu::weak]] void system_tick() {}

namespace {

using handler = void (*)();

struct vector_table {
    std::uint32_t* initial_stack;
    handler reset;
    handler faults[5];
    handler reserved_and_calls[8];
    handler system_tick;
};

[[gnu::section(".vectors"), gnu::used]] vector_table const vectors{
    stack_top,
    reset,
    {stop_at_fault, stop_at_fault, stop_at_fault, stop_at_fault, stop_at_fault},
    {},
    system_tick,
};

} // namespace
