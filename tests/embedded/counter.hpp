#pragma once

#include <cstdint>

// A count that grows with each instruction where QEMU runs with -icount shift=8: an instruction takes
// 256 ns there. The system timer of a Cortex-M counts down, 24 bits, at the processor's clock, several
// times an instruction; a RISC-V counts instructions by itself.
// Source: Arm Ltd, "ARMv7-M Architecture Reference Manual", B3.3 (SysTick).
class counter {
public:
    static void start() {
#if defined(__arm__)
        reload() = 0xFFFFFF;
        current() = 0;
        control() = 5; // processor's clock, no interrupt, on
#endif
    }

    // How many instructions work() takes, with a call and a return.
    template <class Work>
    [[gnu::noinline]] static std::uint32_t of(Work const& work) {
#if defined(__arm__)
        // What is written clears it, and it begins anew from the top.
        current() = 0;
        std::uint32_t const before = current();
        asm volatile("" ::: "memory");
        work();
        asm volatile("" ::: "memory");
        std::uint64_t const ticks = (before - current()) & 0xFFFFFF;
        constexpr std::uint64_t per_second = 1000000000 / 256;
        return static_cast<std::uint32_t>((ticks * per_second + BOARD_CLOCK / 2) / BOARD_CLOCK);
#else
        std::uint32_t const before = retired();
        work();
        return (retired() - before) / 256; // with -icount QEMU counts the nanoseconds
#endif
    }

private:
#if defined(__arm__)
    static std::uint32_t volatile& control() {
        return at(0xE000E010);
    }
    static std::uint32_t volatile& reload() {
        return at(0xE000E014);
    }
    static std::uint32_t volatile& current() {
        return at(0xE000E018);
    }
    static std::uint32_t volatile& at(std::uintptr_t address) {
        return *reinterpret_cast<std::uint32_t volatile*>(address);
    }
#else
    static std::uint32_t retired() {
        std::uint32_t count;
        asm volatile("csrr %0, minstret" : "=r"(count)::"memory");
        return count;
    }
#endif
};
