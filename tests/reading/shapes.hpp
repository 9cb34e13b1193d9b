#pragma once

#include <cstddef>
#include <string>

// Properties in VNN-LIB as large as asked for, in the shapes of public files and in others that are hard to read.

namespace shapes {

inline std::string declarations(std::size_t inputs, std::size_t outputs) {
    std::string text;
    for (std::size_t i = 0; i < inputs; ++i)
        text += "(declare-const X_" + std::to_string(i) + " Real)\n";
    for (std::size_t i = 0; i < outputs; ++i)
        text += "(declare-const Y_" + std::to_string(i) + " Real)\n";
    return text;
}
inline std::string decimal(std::size_t k) {
    return "0." + std::to_string(1'000'000'007 * (k + 1) % 8'999'999'993 + 1'000'000'000) + "17";
}
inline std::string interval(std::size_t input, std::size_t k) {
    std::string const name = "X_" + std::to_string(input) + " ";
    return "(>= " + name + "-" + decimal(k) + ")(<= " + name + decimal(k + 1) + ")";
}
inline std::string intervals(std::size_t inputs) {
    std::string text;
    for (std::size_t i = 0; i < inputs; ++i)
        text += "(assert (and " + interval(i, i) + "))\n";
    return text;
}

// Two bounds of each input and nine of ten outputs in a choice, as those of images are.
inline std::string image(std::size_t size) {
    std::string text = declarations(size, 10) + intervals(size) + "(assert (or";
    for (int i = 1; i < 10; ++i)
        text += "\n(and (>= Y_" + std::to_string(i) + " Y_0))";
    return text + "))\n";
}
// A case of its own for each box.
inline std::string boxes(std::size_t size) {
    std::string text = declarations(10, 1) + "(assert (or";
    for (std::size_t k = 0; k < size; ++k) {
        text += "\n(and ";
        for (std::size_t i = 0; i < 10; ++i)
            text += interval(i, i == k % 10 ? k : 0);
        text += "(<= Y_0 0.5))";
    }
    return text + "))\n";
}
// A choice before all bounds that its cases have in common, and one in each case.
inline std::string choice_first(std::size_t size) {
    std::string text = declarations(size, 2) + "(assert (or";
    for (std::size_t k = 0; k < size; ++k)
        text += "\n(and (or (<= Y_0 " + decimal(k) + ") (<= Y_1 0)) (>= Y_0 -2))";
    return text + "))\n" + intervals(size);
}
// One sum of all outputs, of which each is there often.
inline std::string sum(std::size_t size) {
    std::string text = declarations(1, size) + "(assert (<= 0 X_0 1))\n(assert (<= (+";
    for (std::size_t k = 0; k < 4 * size; ++k)
        text += "\n(* " + decimal(k) + " Y_" + std::to_string(k % size) + ")";
    return text + ") 1))\n";
}
// A sum that is multiplied by one number after the other.
inline std::string product(std::size_t size) {
    std::string text = declarations(1, size) + "(assert (<= 0 X_0 1))\n(assert (<= (* (+";
    for (std::size_t k = 0; k < size; ++k)
        text += " Y_" + std::to_string(k);
    text += ")";
    for (std::size_t k = 0; k < size; ++k)
        text += " 1";
    return text + ") 1))\n";
}
// As deep as it may be, with comments that look like more.
inline std::string deep(std::size_t size) {
    std::string text = declarations(1, 1) + "(assert (<= 0 X_0 1))\n(assert ";
    for (int k = 0; k < 96; ++k)
        text += "(and ; ((((((((\n";
    text += "(or";
    for (std::size_t k = 0; k < size; ++k)
        text += " (<= Y_0 " + decimal(k) + ")\n;" + std::string(50, '(') + '\n';
    return text + ")" + std::string(96, ')') + ")\n";
}
// Inputs of one number each, which no float and no double is.
inline std::string points(std::size_t size) {
    std::string text = declarations(size, 1);
    for (std::size_t i = 0; i < size; ++i) {
        std::string const name = " X_" + std::to_string(i) + " ";
        text += "(assert (<= " + decimal(i) + name + decimal(i) + "))\n";
        text += "(assert (>= (+ " + decimal(i) + " 0)" + name + "))\n";
    }
    return text + "(assert (<= Y_0 0))\n";
}

struct shape {
    char const* name;
    std::string (*make)(std::size_t);
    std::size_t bytes; // of text for each 1 of its size, about
};
inline constexpr shape all[] = {
    {"image", image, 115},   {"boxes", boxes, 530},    {"choice first", choice_first, 165},
    {"sum", sum, 140},       {"product", product, 36}, {"deep", deep, 75},
    {"points", points, 140},
};

} // namespace shapes
