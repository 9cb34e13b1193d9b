#include "console.hpp"

#include <cstdio>

void print(char const* text) {
    std::fputs(text, stdout);
}
