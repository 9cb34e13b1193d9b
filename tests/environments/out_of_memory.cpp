// A search on a host for which there is no memory: one allocation after the other fails once, in whichever thread, and
// each time the caller gets the exception.

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <ctnn/host/prove.hpp>
#include <new>

#include "../host/problems.hpp"

namespace {

std::atomic<long> left = -1; // allocations until one fails; negative: none does

// (out of line, so that g++ does not take them for a mismatch of new and free)
[[gnu::noinline]] void* allocate(std::size_t size) {
    if (left >= 0 && left-- == 0)
        throw std::bad_alloc{};
    if (void* const p = std::malloc(size == 0 ? 1 : size))
        return p;
    throw std::bad_alloc{};
}
[[gnu::noinline]] void release(void* p) noexcept {
    std::free(p);
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

int main() {
    problems::long_problem const problem(16);
    for (unsigned const threads : {1u, 2u}) {
        auto const options = problems::with(threads, 40);
        long caught = 0;
        for (bool is_enough = false; !is_enough;) {
            left = caught;
            try {
                auto const found =
                    ctnn::host::prove(problem.network, problem.inputs, problem.wanted, options);
                is_enough = left >= 0;
                left = -1;
                if (!is_enough || !found.unknown() || found.verdict.boxes != 40) {
                    std::printf("allocation %ld: no exception, and %zu boxes\n", caught,
                                found.verdict.boxes);
                    return 1;
                }
            } catch (std::bad_alloc const&) {
                left = -1;
                ++caught;
            }
        }
        if (caught < 40)
            return 1;
        std::printf("%u threads: %ld allocations\n", threads, caught);
    }
}
