#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/detail/json/number.hpp>
#include <ctnn/import/detail/json/scanner.hpp>
#include <ctnn/import/detail/json/token.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// Numbers in a list, or in lists of lists that are as long as each other.
struct json_tensor {
    static constexpr std::size_t most_dimensions = 4;

    std::size_t rank = 0;
    std::array<std::size_t, most_dimensions> dimensions{};
    std::size_t first = 0; // how many numbers the text has before
    bool is_regular = true;

    constexpr std::size_t size() const {
        std::size_t product = 1;
        for (std::size_t i = 0; i < rank; ++i)
            product *= dimensions[i];
        return product;
    }
};

// Reads a JSON text token by token: tokens that are stored, or the text itself. After what is broken, only `end` follows.
class json_reader {
public:
    using kinds = json_token::kinds;
    static constexpr std::size_t no_integer = static_cast<std::size_t>(-1); // a number that is none

    explicit constexpr json_reader(text_view text) : text_{text}, scanner_{text} { settle(); }
    constexpr json_reader(text_view text, json_token const* tokens)
        : text_{text}, stored_{tokens}, scanner_{text_view()} {
        settle();
    }

    constexpr json_token const& token() const { return current_; }
    constexpr bool is(kinds kind) const { return current_.kind == kind; }
    constexpr bool is_broken() const { return is_broken_; }
    constexpr void fail() {
        is_broken_ = true;
        current_ = {};
    }
    constexpr bool take(kinds kind) {
        if (!is(kind))
            return false;
        next();
        return true;
    }
    constexpr void next() {
        if (stored_ != nullptr)
            ++stored_;
        else if (++queue_place_ >= queue_count_)
            queue_count_ = 0;
        settle();
    }
    // The text of a string, which may be a key; the next token is the one after it.
    constexpr text_view string() {
        text_view const found(text_.data() + current_.place, is(kinds::string) ? current_.size : 0);
        if (!take(kinds::string))
            fail();
        return found;
    }
    // A number, or the first one of a list.
    constexpr double number() {
        double found = 0;
        std::size_t place = current_.place, work = 0;
        bool const is_number = is(kinds::number) || is(kinds::rows);
        if (!is_number || !read_json_number(text_.data(), place, text_.size(), found, work))
            fail();
        else
            next();
        return found;
    }
    // An integer, or those of a list: the first Capacity of them, and how many there are. Null is 0.
    template <std::size_t Capacity>
    constexpr std::size_t integers(std::array<std::size_t, Capacity>& to) {
        bool const is_list = is(kinds::list);
        std::size_t count = 0;
        auto const add = [&](std::size_t number) {
            if (count < Capacity)
                to[count] = number;
            ++count;
        };
        take(kinds::list);
        do {
            std::size_t place = current_.place;
            std::size_t const numbers = is(kinds::rows) ? current_.size : is(kinds::number);
            for (std::size_t i = 0; i < numbers; ++i)
                add(integer_at(place));
            if (is(kinds::word))
                add(0);
            else if (numbers == 0)
                fail();
            next();
        } while (is_list && !is(kinds::list_end) && !is_broken_);
        if (is_list)
            take(kinds::list_end);
        return count;
    }
    constexpr void skip_value() {
        std::size_t depth = 0;
        do {
            if (is(kinds::object) || is(kinds::list))
                ++depth;
            else if (is(kinds::object_end) || is(kinds::list_end))
                --depth;
            else if (is(kinds::end))
                return;
            next();
        } while (depth > 0);
    }
    // A list of numbers, or a list of such lists and so on. In a list of tensors, several vectors are one token: then this
    // takes one of them.
    constexpr json_tensor tensor(std::size_t depth = 0) {
        json_tensor found;
        found.first = current_.first;
        if (is(kinds::rows)) {
            found.rank = 1;
            found.dimensions[0] = current_.size;
            take_row();
            return found;
        }
        if (depth + 1 == json_tensor::most_dimensions || !take(kinds::list)) {
            fail();
            return found;
        }
        if (is(kinds::rows)) {
            found.rank = 2;
            found.first = current_.first;
            found.dimensions = {current_.rows, current_.size};
            next();
        } else {
            read_parts(depth, found);
        }
        if (!is(kinds::list_end)) { // rows of several lengths, or no numbers
            found.is_regular = false;
            while (!is(kinds::list_end) && !is(kinds::end))
                skip_value();
        }
        take(kinds::list_end);
        return found;
    }

private:
    constexpr std::size_t integer_at(std::size_t& place) const {
        constexpr double most = 1 << 24;
        while (place < text_.size() && !begins_json_number(text_[place]))
            ++place;
        double number = 0;
        std::size_t work = 0;
        read_json_number(text_.data(), place, text_.size(), number, work);
        bool const is_integer = number >= 0 && number <= most &&
                                static_cast<double>(static_cast<std::size_t>(number)) == number;
        return is_integer ? static_cast<std::size_t>(number) : no_integer;
    }
    constexpr void take_row() {
        if (current_.rows == 1)
            return next();
        --current_.rows;
        current_.first += current_.size;
    }
    constexpr void read_parts(std::size_t depth, json_tensor& found) {
        std::size_t count = 0;
        while (is(kinds::list)) {
            json_tensor const part = tensor(depth + 1);
            if (count++ == 0)
                found = part;
            else if (part.rank != found.rank || part.dimensions != found.dimensions)
                found.is_regular = false;
            found.is_regular = found.is_regular && part.is_regular;
        }
        found.rank += 1;
        for (std::size_t i = json_tensor::most_dimensions; i-- > 1;)
            found.dimensions[i] = found.dimensions[i - 1];
        found.dimensions[0] = count;
        found.is_regular = found.is_regular && count > 0 && found.rank > 2;
    }
    constexpr void settle() {
        if (is_broken_)
            return;
        if (stored_ != nullptr) {
            current_ = *stored_;
        } else {
            if (queue_count_ == 0) {
                queue_place_ = 0;
                while (queue_count_ == 0 && !scanner_.at_end())
                    scanner_.step(*this);
            }
            current_ = queue_count_ == 0 ? json_token{kinds::broken} : queue_[queue_place_];
        }
        if (is(kinds::broken))
            fail();
    }

    // --- A sink for the scanner ---

    friend json_scanner;
    constexpr bool has_capacity(json_scanner const&) const { return true; }
    constexpr void add(json_token const& one) { queue_[queue_count_++] = one; }
    constexpr void add_number(double) {}

    text_view text_;
    json_token const* stored_ = nullptr;
    json_scanner scanner_;
    std::array<json_token, json_scanner::tokens_of_step> queue_{};
    std::size_t queue_count_ = 0;
    std::size_t queue_place_ = 0;
    json_token current_{};
    bool is_broken_ = false;
};

} // namespace ctnn::detail
