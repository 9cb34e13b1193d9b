#pragma once

#include <cstddef>
#include <ctnn/import/detail/json/number.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// Looks numbers of a JSON text up by how many there are before them. Going forward it passes each character once; it goes
// back to the last number that it went back to, or to the beginning. The text has been read before and is not broken.
class json_number_walk {
public:
    explicit constexpr json_number_walk(text_view text) : text_{text} {}

    constexpr double operator[](std::size_t index) {
        bool const goes_back = index < next_.index;
        if (goes_back)
            next_ = index < mark_.index ? position{} : mark_;
        while (go_to_number() && next_.index < index)
            take();
        if (goes_back)
            mark_ = next_;
        return take();
    }

private:
    struct position {
        std::size_t place = 0;
        std::size_t index = 0; // of the next number
    };

    constexpr bool go_to_number() {
        std::size_t& place = next_.place;
        for (; place < text_.size() && !begins_json_number(text_[place]); ++place)
            if (text_[place] == '"')
                for (++place; place < text_.size() && text_[place] != '"'; ++place)
                    place += text_[place] == '\\';
        return place < text_.size();
    }

    constexpr double take() {
        double number = 0;
        std::size_t work = 0;
        if (!read_json_number(text_.data(), next_.place, text_.size(), number, work))
            ++next_.place;
        ++next_.index;
        return number;
    }

    text_view text_;
    position next_{};
    position mark_{}; // where it went back to
};

} // namespace ctnn::detail
