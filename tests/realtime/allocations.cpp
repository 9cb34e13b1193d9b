// Inference, gradients and trainings allocate nothing: every operator new and, where the C library
// allows it, malloc and its kin are ours and count.

#include "work.hpp"

#include <cstdio>
#include <cstdlib>
#include <new>

namespace {

std::size_t allocations = 0;

} // namespace

#ifdef __GLIBC__
extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);

void* malloc(std::size_t size) {
    ++allocations;
    return __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) {
    ++allocations;
    return __libc_calloc(count, size);
}
void* realloc(void* from, std::size_t size) {
    ++allocations;
    return __libc_realloc(from, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) {
    ++allocations;
    return __libc_memalign(alignment, size);
}
int posix_memalign(void** to, std::size_t alignment, std::size_t size) {
    *to = aligned_alloc(alignment, size);
    return *to == nullptr;
}
}
#endif

// The other forms of new call these two.
void* operator new(std::size_t size) {
    ++allocations;
    void* const p = std::malloc(size);
    return p != nullptr ? p : throw std::bad_alloc{};
}
void* operator new(std::size_t size, std::align_val_t alignment) {
    ++allocations;
    auto const unit = static_cast<std::size_t>(alignment);
    void* const p = std::aligned_alloc(unit, (size + unit - 1) / unit * unit);
    return p != nullptr ? p : throw std::bad_alloc{};
}
void operator delete(void* p) noexcept {
    std::free(p);
}
void operator delete(void* p, std::size_t) noexcept {
    std::free(p);
}
void operator delete(void* p, std::align_val_t) noexcept {
    std::free(p);
}
void operator delete(void* p, std::size_t, std::align_val_t) noexcept {
    std::free(p);
}

namespace {

template <class Action>
bool is_counted(char const* name, Action const& action) {
    std::size_t const before = allocations;
    void* volatile p = action();
    if (allocations == before)
        std::printf("%s is not counted, so this test finds nothing\n", name);
    static_cast<void>(p);
    return allocations > before;
}

} // namespace

int main() {
    struct alignas(128) wide {
        char bytes[128];
    };
    bool found = is_counted("new", [] { return ::operator new(1); }) &&
                 is_counted("new[]", [] { return ::operator new[](1); }) &&
                 is_counted("new (nothrow)", [] { return ::operator new(1, std::nothrow); }) &&
                 is_counted("new of what is aligned", [] { return static_cast<void*>(new wide); });
#ifdef __GLIBC__
    found = found && is_counted("malloc", [] { return std::malloc(1); }) &&
            is_counted("calloc", [] { return std::calloc(1, 1); }) &&
            is_counted("realloc", [] { return std::realloc(nullptr, 1); });
#endif
    auto const all = some_samples();
    auto net = ctnn::initialize<classifier>(ctnn::he_normal{}, 1);
    float sum = 0;
    std::size_t const before = allocations;
    infer(net, all, sum);
    bool const learnt = learn(net, all);
    infer(net, all, sum);
    std::size_t const made = allocations - before;
    std::printf("%zu allocations, outputs add up to %g%s\n", made, static_cast<double>(sum),
                learnt ? "" : ", and a training failed");
    return found && learnt && made == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
