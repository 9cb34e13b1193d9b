#pragma once

#include <cstdint>

// The linker script (sections.ld) defines these.
extern "C" std::uint32_t stack_top[], data_source[], data_begin[], data_end[], bss_begin[],
    bss_end[];

// What variables hold before main: their values from flash, or zeros.
inline void initialize_memory() {
    std::uint32_t const* from = data_source;
    for (std::uint32_t* to = data_begin; to != data_end; ++to)
        *to = *from++;
    for (std::uint32_t* to = bss_begin; to != bss_end; ++to)
        *to = 0;
}
