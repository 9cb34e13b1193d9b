// Counts the instructions of one entry and paints its stack. Which one is the linker's business; the
// image whose entry does nothing is what the others are compared with.

#include "console.hpp"
#include "counter.hpp"
#include "number.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

extern "C" void entry(void const* x, void* y);
extern "C" void no_entry(void const*, void*) {}

namespace {

alignas(float) unsigned char x[64 * sizeof(float)];
alignas(float) unsigned char y[16 * sizeof(float)];

// At its foot stays what the call before it has not written over.
[[gnu::noinline]] unsigned stack_of_entry() {
    constexpr std::size_t painted = 2500;
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
    for (std::size_t i = 0; i < sizeof x / sizeof(float); ++i) {
        float const value = 0.5F - 0.25F * static_cast<float>(i % 5);
        std::memcpy(x + i * sizeof value, &value, sizeof value);
    }
    float const one = 1;
    std::memcpy(y + sizeof one, &one, sizeof one);

    counter::start();
    print_number(counter::of([]() __attribute__((noinline)) { entry(x, y); }), 10);
    print(" ");
    std::memset(y, 0, sizeof y);
    std::memcpy(y + sizeof one, &one, sizeof one);
    print_number(stack_of_entry(), 10);
    print("\n");
    return 0;
}
