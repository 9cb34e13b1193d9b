#pragma once

#include "console.hpp"

inline void print_number(unsigned number, unsigned base) {
    char text[33];
    char* first = text + 32;
    *first = '\0';
    do
        *--first = "0123456789abcdef"[number % base];
    while ((number /= base) > 0);
    print(first);
}
