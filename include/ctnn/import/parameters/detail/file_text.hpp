#pragma once

#include <array>
#include <cstddef>
#include <ctnn/text/text_view.hpp>
#include <limits>

namespace ctnn::detail {

// Reads a header that is text: JSON, or the Python of a .npy file. After what is not expected, `broken` is true and
// nothing is read any more.
struct file_text {
    char const* data;
    std::size_t place;
    std::size_t end;
    bool broken = false;

    constexpr void skip_blanks() {
        while (place < end && (data[place] == ' ' || data[place] == '\n' || data[place] == '\t' ||
                               data[place] == '\r'))
            ++place;
    }
    constexpr bool take(char wanted) {
        skip_blanks();
        if (broken || place == end || data[place] != wanted)
            return false;
        ++place;
        return true;
    }
    constexpr bool need(char wanted) {
        broken = !take(wanted);
        return !broken;
    }
    // Between quotes; what is escaped stays as it is.
    constexpr text_view string(char quote = '"') {
        if (!need(quote))
            return {};
        std::size_t const first = place;
        while (place < end && data[place] != quote)
            place += data[place] == '\\' && place + 1 < end ? 2U : 1U;
        text_view const found(data + first, place - first);
        need(quote);
        return found;
    }
    constexpr std::size_t integer() {
        skip_blanks();
        std::size_t number = 0;
        std::size_t const first = place;
        while (!broken && place < end && data[place] >= '0' && data[place] <= '9') {
            auto const digit = static_cast<std::size_t>(data[place++] - '0');
            broken = number > ((std::numeric_limits<std::size_t>::max)() - digit) / 10;
            number = number * 10 + digit;
        }
        broken = broken || place == first;
        return number;
    }
    // The integers between brackets: the first Capacity of them, and how many there are.
    template <std::size_t Capacity>
    constexpr std::size_t integers(std::array<std::size_t, Capacity>& to, char open, char close) {
        std::size_t count = 0;
        if (!need(open) || take(close))
            return count;
        do {
            skip_blanks();
            if (count > 0 && take(close)) // (2,)
                return count;
            std::size_t const number = integer();
            if (count < Capacity)
                to[count] = number;
            ++count;
        } while (has_another(close));
        return count;
    }
    // After one of several: whether another follows. Ends at `close`.
    constexpr bool has_another(char close) {
        if (broken || take(close))
            return false;
        return need(',');
    }
};

} // namespace ctnn::detail
