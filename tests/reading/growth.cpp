// growth [BYTES]: twice the text takes no more than about twice the steps, allocations and memory to read. With a number
// of bytes it prints what properties of about that size take, in seconds as well.

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctnn/host/detail/vnnlib_reader.hpp>
#include <new>
#include <string>

#include "shapes.hpp"

namespace {

std::size_t allocations = 0, used = 0, most_used = 0;
constexpr std::size_t header = alignof(std::max_align_t);

void* allocate(std::size_t size) {
    void* const p = std::malloc(size + header);
    if (p == nullptr)
        throw std::bad_alloc{};
    *static_cast<std::size_t*>(p) = size;
    ++allocations, used += size;
    most_used = used > most_used ? used : most_used;
    return static_cast<char*>(p) + header;
}
void release(void* p) noexcept {
    if (p == nullptr)
        return;
    void* const whole = static_cast<char*>(p) - header;
    used -= *static_cast<std::size_t*>(whole);
    std::free(whole);
}

struct cost {
    double bytes = 0, steps = 0, allocations = 0, memory = 0, seconds = 0;
};

cost cost_of(shapes::shape const& one, std::size_t size) {
    std::string const text = one.make(size);
    std::size_t const before = used;
    allocations = 0, most_used = used;
    auto const begin = std::chrono::steady_clock::now();
    ctnn::host::detail::vnnlib_reader reader;
    reader.read(text);
    std::chrono::duration<double> const seconds = std::chrono::steady_clock::now() - begin;
    if (reader.problem || reader.cases.empty()) {
        std::printf("%s: %s\n", one.name, reader.problem.message().c_str());
        std::exit(1);
    }
    return {static_cast<double>(text.size()), static_cast<double>(reader.steps),
            static_cast<double>(allocations), static_cast<double>(most_used - before),
            seconds.count()};
}

// (allocations of a size that doubles now and then, and the logarithm of a sorted list, are not the text's)
bool is_linear(shapes::shape const& one, char const* what, double small, double large,
               double growth) {
    bool const is = large <= 2.3 * growth / 2 * small + 100;
    if (!is)
        std::printf("%s: %.0f %s, and %.0f for %.2f times the text\n", one.name, small, what, large,
                    growth);
    return is;
}

} // namespace

void* operator new(std::size_t size) {
    return allocate(size);
}
void operator delete(void* p) noexcept {
    release(p);
}
void operator delete(void* p, std::size_t) noexcept {
    release(p);
}

int main(int count, char** words) {
    bool good = true;
    std::size_t const bytes = count > 1 ? std::strtoul(words[1], nullptr, 10) : 0;
    if (bytes > 0)
        std::printf(
            "| property | MB | seconds | steps a byte | allocations a byte | memory a byte |\n"
            "| --- | --- | --- | --- | --- | --- |\n");
    for (auto const& one : shapes::all) {
        std::size_t const size = (bytes > 0 ? bytes : 100'000) / one.bytes;
        cost const small = cost_of(one, size);
        if (bytes > 0) {
            std::printf("| %s | %.1f | %.2f | %.2f | %.2f | %.1f |\n", one.name, small.bytes / 1e6,
                        small.seconds, small.steps / small.bytes, small.allocations / small.bytes,
                        small.memory / small.bytes);
            continue;
        }
        cost const large = cost_of(one, 2 * size);
        double const growth = large.bytes / small.bytes;
        good = is_linear(one, "steps", small.steps, large.steps, growth) && good;
        good = is_linear(one, "allocations", small.allocations, large.allocations, growth) && good;
        // (a vector that has just doubled is twice as large as it must be)
        good = is_linear(one, "bytes of memory", small.memory, 0.6 * large.memory, growth) && good;
    }
    return good ? 0 : 1;
}
