#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/import/detail/json/number.hpp>
#include <ctnn/import/detail/json/token.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// Goes through a JSON text whose outermost value is an object. It can stop and go on anywhere, also within a list, so that
// the compiler can read a long text in parts. What it finds goes into a sink: `add(token)`, `add_number(number)`, and
// `has_capacity(scanner)`, which is asked before each step and each number.
class json_scanner {
public:
    // One step adds at most so many tokens.
    static constexpr std::size_t tokens_of_step = 3;

    explicit constexpr json_scanner(text_view text) : text_{text.data()}, end_{text.size()} {
        // (The last character stops all loops over numbers.)
        while (end_ > 0 && is_blank(text_[end_ - 1]))
            --end_;
        if (end_ == 0 || text_[end_ - 1] != '}')
            state_ = states::broken;
    }

    constexpr bool at_end() const { return state_ == states::done || state_ == states::broken; }
    constexpr std::size_t place() const { return place_; }
    constexpr std::size_t work() const {
        return work_;
    } // of decimals that cost more than their characters

    template <class Sink>
    constexpr void run(Sink& sink) {
        while (!at_end() && sink.has_capacity(*this))
            step(sink);
    }
    template <class Sink>
    constexpr void step(Sink& sink) {
        if (state_ == states::in_row)
            return read_row(sink);
        skip_blanks();
        if (place_ == end_)
            return fail(sink);
        char const c = text_[place_];
        switch (state_) {
        case states::value_or_end:
            return c == ']' ? leave(sink) : read_value(sink, c);
        case states::value:
            return read_value(sink, c);
        case states::key_or_end:
            return c == '}' ? leave(sink) : read_key(sink, c);
        case states::key:
            return read_key(sink, c);
        case states::colon:
            ++place_;
            state_ = states::value;
            return c == ':' ? void() : fail(sink);
        default:
            if (c == (is_in_object() ? '}' : ']'))
                return leave(sink);
            ++place_;
            state_ = is_in_object() ? states::key : states::value;
            return c == ',' ? void() : fail(sink);
        }
    }

private:
    using kinds = json_token::kinds;
    enum class states : unsigned char {
        value,
        value_or_end,
        key,
        key_or_end,
        colon,
        after_value,
        in_row,
        done,
        broken,
    };
    static constexpr unsigned most_depth = 16;

    static constexpr bool is_blank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }
    constexpr void skip_blanks() {
        while (place_ < end_ && is_blank(text_[place_]))
            ++place_;
    }
    constexpr bool is_in_object() const { return (are_objects_ & 1U) != 0; }

    // The last token is held back until the next one does not continue it.
    template <class Sink>
    constexpr void put(Sink& sink, json_token const& next) {
        bool const continues =
            next.kind == kinds::rows && held_.kind == kinds::rows && next.size == held_.size;
        if (continues) {
            ++held_.rows;
            return;
        }
        if (held_.kind != kinds::end)
            sink.add(held_);
        held_ = next;
    }
    template <class Sink>
    constexpr void finish(Sink& sink, kinds kind) {
        put(sink, {kind});
        sink.add(held_);
        state_ = kind == kinds::end ? states::done : states::broken;
    }
    template <class Sink>
    constexpr void fail(Sink& sink) {
        finish(sink, kinds::broken);
    }

    template <class Sink>
    constexpr void enter(Sink& sink, kinds kind) {
        if (depth_++ == most_depth)
            return fail(sink);
        are_objects_ = are_objects_ << 1 | std::uint32_t{kind == kinds::object};
        state_ = kind == kinds::object ? states::key_or_end : states::value_or_end;
        put(sink, {kind, place_});
    }
    template <class Sink>
    constexpr void leave(Sink& sink) {
        put(sink, {is_in_object() ? kinds::object_end : kinds::list_end, place_++});
        are_objects_ >>= 1;
        state_ = states::after_value;
        if (--depth_ == 0)
            finish(sink, place_ == end_ ? kinds::end : kinds::broken);
    }

    // Between quotes; what is escaped stays as it is.
    template <class Sink>
    constexpr void read_string(Sink& sink, states next) {
        std::size_t const first = ++place_;
        while (place_ < end_ && text_[place_] != '"')
            place_ += text_[place_] == '\\' ? 2U : 1U;
        if (place_ >= end_)
            return fail(sink);
        put(sink, {kinds::string, first, place_ - first});
        ++place_;
        state_ = next;
    }
    template <class Sink>
    constexpr void read_key(Sink& sink, char c) {
        return c == '"' ? read_string(sink, states::colon) : fail(sink);
    }
    template <class Sink>
    constexpr void read_value(Sink& sink, char c) {
        if (depth_ == 0 && c != '{')
            return fail(sink);
        if (c == '"')
            return read_string(sink, states::after_value);
        if (c == '{' || c == '[')
            return open(sink, c == '{');
        std::size_t const first = place_;
        double number = 0;
        if (begins_json_number(c) && read_json_number(text_, place_, end_, number, work_)) {
            put(sink, {kinds::number, first, place_ - first, 1, number_count_++});
            sink.add_number(number);
        } else if (take("null") || take("true") || take("false")) {
            put(sink, {kinds::word, first, place_ - first});
        } else {
            return fail(sink);
        }
        state_ = states::after_value;
    }
    constexpr bool take(text_view word) { return take_json_word(text_, place_, end_, word); }

    template <class Sink>
    constexpr void open(Sink& sink, bool is_object) {
        ++place_;
        if (!is_object) {
            skip_blanks();
            if (place_ < end_ && begins_json_number(text_[place_])) {
                row_ = {kinds::rows, place_, 0, 1, number_count_};
                state_ = states::in_row;
                return;
            }
        }
        enter(sink, is_object ? kinds::object : kinds::list);
    }
    // Numbers of a list, up to its end or to what is no number.
    template <class Sink>
    constexpr void read_row(Sink& sink) {
        double number = 0;
        while (sink.has_capacity(*this)) {
            skip_blanks();
            if (place_ == end_ || !begins_json_number(text_[place_]))
                return leave_row(sink);
            char const* next = text_ + place_;
            bool const has_another = read_plain_number(next, ',', '.', number, work_);
            if (has_another)
                place_ = static_cast<std::size_t>(next - text_);
            else if (!read_json_number(text_, place_, end_, number, work_))
                return fail(sink);
            sink.add_number(number);
            ++number_count_;
            ++row_.size;
            if (has_another)
                continue;
            skip_blanks();
            if (place_ < end_ && text_[place_] == ']') {
                ++place_;
                put(sink, row_);
                state_ = states::after_value;
                return;
            }
            if (place_ == end_ || text_[place_++] != ',')
                return fail(sink);
        }
    }
    // (The list began like one of numbers alone.)
    template <class Sink>
    constexpr void leave_row(Sink& sink) {
        enter(sink, kinds::list);
        if (state_ == states::broken)
            return;
        put(sink, row_);
        state_ = states::value;
    }

    char const* text_;
    std::size_t end_;
    std::size_t place_ = 0;
    std::size_t work_ = 0;
    std::size_t number_count_ = 0;
    json_token held_{};
    json_token row_{};
    std::uint32_t are_objects_ = 0;
    unsigned depth_ = 0;
    states state_ = states::value;
};

} // namespace ctnn::detail
