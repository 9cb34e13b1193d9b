#pragma once

#include <cstdint>

// Arm's way for a program to ask its debugger, here QEMU, for a service; RISC-V took it over.
// Source: Arm Ltd, "Semihosting for AArch32 and AArch64", operations SYS_WRITE0 and
// SYS_EXIT_EXTENDED; RISC-V International, "RISC-V Semihosting".
namespace semihosting {

inline void call(std::uint32_t operation, void const* argument) {
#if defined(__riscv)
    register std::uint32_t a0 asm("a0") = operation;
    register void const* a1 asm("a1") = argument;
    asm volatile(".option push\n\t"
                 ".option norvc\n\t"
                 ".balign 16\n\t"
                 "slli zero, zero, 0x1f\n\t"
                 "ebreak\n\t"
                 "srai zero, zero, 7\n\t"
                 ".option pop"
                 : "+r"(a0)
                 : "r"(a1)
                 : "memory");
#else
    register std::uint32_t r0 asm("r0") = operation;
    register void const* r1 asm("r1") = argument;
    asm volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
#endif
}

inline void write(char const* text) {
    call(0x04, text);
}

[[noreturn]] inline void exit(int status) {
    constexpr std::uint32_t application_exit = 0x20026;
    std::uint32_t const argument[]{application_exit, static_cast<std::uint32_t>(status)};
    call(0x20, argument);
    for (;;) {
    }
}

} // namespace semihosting
