#pragma once

#include <cstdio>
#include <cstdlib>

// What a fuzz test does where something is wrong.
inline void expect(bool holds, char const* what) {
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}
