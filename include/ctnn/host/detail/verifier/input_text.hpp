#pragma once

#include <cstddef>
#include <ctnn/host/detail/decimal_text.hpp>
#include <ctnn/host/detail/enclosure.hpp>
#include <ctnn/host/nnet.hpp>
#include <ctnn/host/vnnlib_case.hpp>
#include <string>

// The inputs of a counterexample as decimals that lie in the box of the property's text when they are read exactly.

namespace ctnn::host::detail {

struct input_text {
    std::string text{};
    bool is_true = true; // false where no decimal can be told that lies there
};

// A decimal between the ends of input i, at x if x is between them.
inline input_text text_between_ends(vnnlib_case const& one, std::size_t i, double x) {
    double const low = one.lower[i].high, high = one.upper[i].low;
    if (low <= high)
        return {text_within(x < low ? low : x > high ? high : x, low, high)};
    for (auto const& [input, decimal] : one.between)
        if (input == i)
            return {decimal};
    return {shortest_text(x), false};
}

// The raw input of which x is the scaled one: a decimal between the raw ends that is scaled to what T rounds to x.
template <class T>
input_text raw_input_text(nnet const& file, vnnlib_case const& raw, vnnlib_case const& scaled,
                          std::size_t i, T x) {
    auto const wide = static_cast<double>(x);
    double const low = raw.lower[i].high, high = raw.upper[i].low;
    enclosure const around = enclosure{wide, wide} * file.ranges[i] + file.means[i];
    double const nearest = around.low < low ? low : around.low > high ? high : around.low;
    bool const is_rounded = !(scaled.lower[i].high <= wide && wide <= scaled.upper[i].low);
    if (is_rounded || !(low <= high))
        return text_between_ends(raw, i, nearest);
    auto const is_it = [&](std::string const& text) {
        enclosure number;
        if (!lies_between(text, low, high))
            return false;
        read_number(text, number);
        enclosure const back = (number + -file.means[i]) / file.ranges[i];
        return static_cast<T>(back.low) == x && static_cast<T>(back.high) == x;
    };
    for (int digits = 1; digits <= 17; ++digits)
        if (auto text = rounded_text(nearest, digits); is_it(text))
            return {text};
    auto const text = text_within(nearest, low, high);
    return {text, is_it(text)};
}

} // namespace ctnn::host::detail
