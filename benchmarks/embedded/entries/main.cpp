// Counts the instructions of one entry and paints its stack. Which one is the linker's business, and how many
// bytes its numbers have; the image whose entry does nothing is what the others are compared with.

#include "console.hpp"
#include "counter.hpp"
#include "number.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

extern "C" void entry(void const* x, void* y);
extern "C" void no_entry(void const*, void*) {}
extern "C" char const number_bytes; // its address is the number

// Of the largest network.
#if !defined(ENTRY_INPUTS)
#define ENTRY_INPUTS 64
#define ENTRY_OUTPUTS 16
#define ENTRY_STACK 2500
#endif

namespace {

alignas(float) unsigned char x[ENTRY_INPUTS * sizeof(float)];
alignas(float) unsigned char y[ENTRY_OUTPUTS * sizeof(float)];

// quarters / 4 in float, in fixed_point<3, 12> or in int8, into place i.
[[gnu::noinline]] void write(unsigned char* to, std::size_t i, int quarters) {
    auto const bytes = reinterpret_cast<std::uintptr_t>(&number_bytes);
    float const real = static_cast<float>(quarters) * 0.25F;
    std::int32_t const integer = bytes == 2 ? quarters * 1024 : quarters * 31;
    std::memcpy(to + i * bytes, bytes == 4 ? static_cast<void const*>(&real) : &integer, bytes);
}

// At its foot stays what the call before it has not written over.
[[gnu::noinline]] unsigned stack_of_entry() {
    constexpr std::size_t painted = ENTRY_STACK;
    constexpr unsigned char paint = 0xA5;
    unsigned char* top;
#if defined(__riscv)
    asm volatile("mv %0, sp" : "=r"(top));
#else
    asm volatile("mov %0, sp" : "=r"(top));
#endif
    auto volatile* const bottom = top - painted;
    for (auto volatile* at = bottom; at != top; ++at)
        *at = paint;
    entry(x, y);
    std::size_t untouched = 0;
    while (untouched < painted && bottom[untouched] == paint)
        ++untouched;
    return static_cast<unsigned>(painted - untouched);
}

} // namespace

int main() {
    for (std::size_t i = 0; i < sizeof x / sizeof(float); ++i)
        write(x, i, 2 - static_cast<int>(i % 5));
    write(y, 1, 4);

    print_number(counter::of([]() __attribute__((noinline)) { entry(x, y); }), 10);
    print(" ");
    std::memset(y, 0, sizeof y);
    write(y, 1, 4);
    print_number(stack_of_entry(), 10);
    print("\n");
    return 0;
}
