#pragma once

#include <cstdint>

// How long something takes on this board: instructions where QEMU runs it, the processor's cycles on a real one.
//
//     std::uint32_t const taken = counter::of([] { y = net(x); });
//
// QEMU has no cycles, but with -icount shift=8 its clock goes on by 256 ns with each instruction. The system timer of
// an emulated Cortex-M is read for that; it counts down, 24 bits, at BOARD_CLOCK, several times an instruction.
// A real Cortex-M counts cycles in DWT->CYCCNT, a Cortex-M0 in the system timer; a RISC-V has a counter of its own.
// Sources: Arm Ltd, "ARMv7-M Architecture Reference Manual", B3.3 (SysTick), C1.6 (DEMCR), C1.8 (DWT);
// RISC-V International, "The RISC-V Instruction Set Manual", volume II (mcycle, minstret).
class counter {
public:
#if defined(BOARD_IS_EMULATED)
    static constexpr char const* unit = "instructions";
#else
    static constexpr char const* unit = "cycles";
#endif
    // The answer where the counter cannot hold that many, or does not count.
    static constexpr std::uint32_t unknown = 0xFFFFFFFF;

    // How many of them work() takes, with a call and a return.
    template <class Work>
    [[gnu::noinline]] static std::uint32_t of(Work const& work) {
        start();
        std::uint64_t const before = now();
        asm volatile("" ::: "memory");
        work();
        asm volatile("" ::: "memory");
        return between(before, now());
    }

private:
#if defined(BOARD_IS_EMULATED)
    static constexpr std::uint64_t nanoseconds = 256; // of an instruction
#endif

    static constexpr std::uint32_t as_result(std::uint64_t count) {
        return count < unknown ? static_cast<std::uint32_t>(count) : unknown;
    }

#if defined(__riscv)

    static void start() {}
    // Both halves of one time. With -icount QEMU counts nanoseconds as instructions.
    static std::uint64_t now() {
        std::uint32_t high, low, again;
        do {
#if defined(BOARD_IS_EMULATED)
            asm volatile("csrr %0, minstreth" : "=r"(high)::"memory");
            asm volatile("csrr %0, minstret" : "=r"(low)::"memory");
            asm volatile("csrr %0, minstreth" : "=r"(again)::"memory");
#else
            asm volatile("csrr %0, mcycleh" : "=r"(high)::"memory");
            asm volatile("csrr %0, mcycle" : "=r"(low)::"memory");
            asm volatile("csrr %0, mcycleh" : "=r"(again)::"memory");
#endif
        } while (high != again);
        return std::uint64_t{high} << 32 | low;
    }
    static std::uint32_t between(std::uint64_t before, std::uint64_t after) {
#if defined(BOARD_IS_EMULATED)
        return as_result((after - before) / nanoseconds);
#else
        return as_result(after - before);
#endif
    }

#else

    static std::uint32_t volatile& at(std::uintptr_t address) {
        return *reinterpret_cast<std::uint32_t volatile*>(address);
    }

#if defined(BOARD_IS_EMULATED) || __ARM_ARCH_ISA_THUMB == 1

    static std::uint32_t volatile& control() {
        return at(0xE000E010);
    }
    static void start() {
        at(0xE000E014) = 0xFFFFFF; // it begins anew from there
        control() = 5;             // processor's clock, no interrupt, on
        at(0xE000E018) = 0;        // last, so that each count begins at the same time of a tick
    }
    static std::uint64_t now() {
        return at(0xE000E018);
    }
    static std::uint32_t between(std::uint64_t before, std::uint64_t after) {
        constexpr std::uint32_t has_wrapped = 0x10000;
        if ((control() & has_wrapped) != 0)
            return unknown;
        std::uint64_t const ticks = (before - after) & 0xFFFFFF;
#if defined(BOARD_IS_EMULATED)
        constexpr std::uint64_t per_second = 1000000000 / nanoseconds;
        return as_result((ticks * per_second + BOARD_CLOCK / 2) / BOARD_CLOCK);
#else
        return as_result(ticks);
#endif
    }

#else

    static void start() {
        at(0xE000EDFC) = at(0xE000EDFC) | 0x1000000; // DEMCR.TRCENA: the unit has power
        at(0xE0001FB0) = 0xC5ACCE55;                 // DWT_LAR: may be written (Cortex-M7)
        at(0xE0001000) = at(0xE0001000) | 1;         // DWT_CTRL.CYCCNTENA
    }
    static std::uint64_t now() {
        return at(0xE0001004);
    }
    // 32 bits, which begin anew after 2^32 cycles. Not every Cortex-M3 has this unit.
    static std::uint32_t between(std::uint64_t before, std::uint64_t after) {
        return after != before ? static_cast<std::uint32_t>(after - before) : unknown;
    }

#endif
#endif
};
