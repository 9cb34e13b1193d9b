// A real Cortex-M's cycle counter (counter.hpp), which no emulator here has: its registers are memory of this program,
// and the work that is counted plays the processor.

#include "counter.hpp"

#include <cstdint>
#include <cstdio>
#include <sys/mman.h>

namespace {

std::uint32_t volatile& at(std::uintptr_t address) {
    return *reinterpret_cast<std::uint32_t volatile*>(address);
}

bool is_memory(std::uintptr_t page) {
    void* const wanted = reinterpret_cast<void*>(page);
    return mmap(wanted, 4096, PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0) == wanted;
}

// The unit counts when it has power, is unlocked and is on.
void pass(std::uint32_t cycles) {
    bool const has_power = (at(0xE000EDFC) & 0x01000000) != 0;
    bool const is_on = (at(0xE0001000) & 1) != 0;
    if (has_power && is_on && at(0xE0001FB0) == 0xC5ACCE55)
        at(0xE0001004) = at(0xE0001004) + cycles;
}

} // namespace

int main() {
    if (!is_memory(0xE0001000) || !is_memory(0xE000E000)) {
        std::puts("SKIP: these addresses are taken");
        return 0;
    }
    at(0xE000EDFC) = 0x00010000; // what a debugger has set stays
    at(0xE0001000) = 0x40000000;
    at(0xE0001004) = 0xFFFFFFF0; // and it begins anew in between
    bool const good = counter::of([] { pass(1234); }) == 1234 && at(0xE000EDFC) == 0x01010000 &&
                      at(0xE0001000) == 0x40000001 &&
                      counter::of([] { pass(0); }) == counter::unknown;
    std::printf("%s %s\n", counter::unit, good ? "are counted" : "ARE NOT COUNTED");
    return good ? 0 : 1;
}
