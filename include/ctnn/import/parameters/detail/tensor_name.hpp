#pragma once

#include <cstddef>
#include <ctnn/import/parameters/detail/stored_tensor.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// The layer of a file that a tensor belongs to: "rnn" and level 1 of "rnn.weight_ih_l1_reverse".
struct file_layer {
    text_view name{};
    std::size_t level = 0;
};

constexpr bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}
// Reads digits from a place on, which is then the one after them.
constexpr std::size_t read_digits(text_view from, std::size_t& place) {
    std::size_t number = 0;
    for (; place < from.size() && is_digit(from[place]); ++place)
        number = number * 10 + static_cast<std::size_t>(from[place] - '0');
    return number;
}

// A tensor's name in its parts.
struct tensor_name {
    file_layer layer{};
    text_view role{}; // "weight", "weight_ih"
    bool is_reverse = false;

    constexpr explicit tensor_name(text_view all) {
        std::size_t split = all.size();
        while (split > 0 && all[split - 1] != '.')
            --split;
        layer.name = {all.data(), split > 0 ? split - 1 : 0};
        role = {all.data() + split, all.size() - split};
        constexpr text_view reverse = "_reverse";
        bool const ends = role.size() > reverse.size() &&
                          text_view{role.end() - reverse.size(), reverse.size()} == reverse;
        text_view const rest{role.data(), role.size() - (ends ? reverse.size() : 0)};
        std::size_t digits = rest.size();
        while (digits > 0 && is_digit(rest[digits - 1]))
            --digits;
        if (digits == rest.size() || digits < 2 || rest[digits - 1] != 'l' ||
            rest[digits - 2] != '_')
            return;
        role = {rest.data(), digits - 2};
        layer.level = read_digits(rest, digits);
        is_reverse = ends;
    }
};

// -1, 0 or 1. Numbers in names count as numbers: "net.2" is before "net.10".
constexpr int compare(text_view a, text_view b) {
    std::size_t i = 0, k = 0;
    while (i < a.size() && k < b.size())
        if (is_digit(a[i]) && is_digit(b[k])) {
            std::size_t const m = read_digits(a, i), n = read_digits(b, k);
            if (m != n)
                return m < n ? -1 : 1;
        } else if (a[i] != b[k]) {
            return a[i] < b[k] ? -1 : 1;
        } else {
            ++i;
            ++k;
        }
    return i < a.size() ? 1 : k < b.size() ? -1 : 0;
}
constexpr int compare(file_layer const& a, file_layer const& b) {
    int const names = compare(a.name, b.name);
    return names != 0 ? names : a.level == b.level ? 0 : a.level < b.level ? -1 : 1;
}

// Whether two names differ in nothing but their numbers.
constexpr bool have_same_words(text_view a, text_view b) {
    std::size_t i = 0, k = 0;
    while (i < a.size() && k < b.size())
        if (is_digit(a[i]) && is_digit(b[k])) {
            read_digits(a, i);
            read_digits(b, k);
        } else if (a[i++] != b[k++]) {
            return false;
        }
    return i == a.size() && k == b.size();
}

} // namespace ctnn::detail
