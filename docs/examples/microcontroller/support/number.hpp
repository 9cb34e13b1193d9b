#pragma once

#include "console.hpp"

inline void print_number(unsigned number, unsigned base) {
    char text[33];
    char* at = text + 32;
    *at = '\0';
    do
        *--at = "0123456789abcdef"[number % base];
    while ((number /= base) > 0);
    print(at);
}
