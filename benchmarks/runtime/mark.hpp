#pragma once

// What callgrind is told to look for: it writes down how many instructions there were between two
// calls of mark() (callgrind.py).

extern "C" [[gnu::noinline]] inline void mark() {
    asm volatile("" ::: "memory");
}

namespace benchmark {

// Keeps the optimizer from dropping what was computed and from remembering what memory held.
template <class T>
inline void keep(T const& value) {
    asm volatile("" : : "r"(&value) : "memory");
}

} // namespace benchmark
