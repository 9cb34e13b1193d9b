#pragma once

// A training in the compiler and the same on the machine, in two translation units of one program
// that differ in nothing but the arithmetic.

struct result {
    float in_constant; // by train
    float by_recipe;   // by trained
    float on_machine;
    bool is_fused;
};

result separate_result();
result fused_result();
