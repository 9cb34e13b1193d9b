// All that runs before main on a RISC-V without an operating system, and the functions of a C library
// that compilers call by themselves.

#include "console.hpp"
#include "memory.hpp"
#include "semihosting.hpp"

#include <cstddef>

int main();

void print(char const* text) {
    semihosting::write(text);
}

extern "C" [[noreturn, gnu::used]] void start() {
    initialize_memory();
    semihosting::exit(main());
}

extern "C" [[noreturn, gnu::used, gnu::aligned(4)]] void stop_at_fault() {
    print("FAULT\n");
    semihosting::exit(99);
}

// The floating-point unit is off at first (mstatus, FS).
extern "C" [[gnu::naked, gnu::used, gnu::section(".vectors")]] void reset() {
    asm("la sp, stack_top\n\t"
        "la t0, stop_at_fault\n\t"
        "csrw mtvec, t0\n\t"
        "li t0, 0x2000\n\t"
        "csrs mstatus, t0\n\t"
        "j start");
}

extern "C" void* memcpy(void* to, void const* from, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i)
        static_cast<char*>(to)[i] = static_cast<char const*>(from)[i];
    return to;
}

extern "C" void* memset(void* to, int value, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i)
        static_cast<char*>(to)[i] = static_cast<char>(value);
    return to;
}
