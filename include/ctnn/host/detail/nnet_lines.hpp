#pragma once

#include <cmath>
#include <cstddef>
#include <ctnn/host/detail/enclosure.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/file_problem.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace ctnn::host::detail {

// Lines of numbers, with a comma behind each or between them.
class nnet_lines {
public:
    explicit nnet_lines(std::string_view text) : text_(text) {}

    file_problem problem{};
    std::vector<enclosure> numbers{};

    void fail(std::string const& reason) {
        if (!problem)
            problem = {line_, reason};
    }
    bool next(std::string const& what) {
        std::string_view line;
        do {
            if (problem)
                return false;
            ++line_;
            if (at_ >= text_.size()) {
                fail(joined("the file ends where ", what, " should be"));
                return false;
            }
            std::size_t const end = text_.find('\n', at_);
            line = text_.substr(at_, end == std::string_view::npos ? end : end - at_);
            at_ += line.size() + 1;
        } while (line.substr(0, 2) == "//" || trimmed(line).empty());
        numbers.clear();
        while (!trimmed(line).empty()) {
            std::string_view const field = trimmed(line.substr(0, line.find(',')));
            line.remove_prefix(line.find(',') == line.npos ? line.size() : line.find(',') + 1);
            enclosure number;
            if (!read_decimal(field, number))
                fail(joined("'", field.substr(0, 40), "' is not a number"));
            else if (!(number.low > -3e38 && number.high < 3e38))
                fail(joined("the number ", field.substr(0, 40), " is too large"));
            numbers.push_back(number);
        }
        return !problem;
    }
    bool next(std::string const& what, std::size_t count) {
        if (next(what) && numbers.size() != count)
            fail(
                joined(what, " should be ", count, " numbers, and ", numbers.size(), " are there"));
        return !problem;
    }
    std::size_t size(std::size_t index) {
        enclosure const x = numbers[index];
        if (!(x.is_exact() && x.low >= 1 && x.low <= 100'000 && x.low == std::floor(x.low))) {
            fail("a size is a whole number from 1 to 100000");
            return 1;
        }
        return static_cast<std::size_t>(x.low);
    }
    bool is_at_end() {
        std::size_t const rest = text_.find_first_not_of(" \t\r\n", at_);
        return at_ >= text_.size() || rest == text_.npos;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0, line_ = 0;

    static std::string_view trimmed(std::string_view text) {
        std::size_t const first = text.find_first_not_of(" \t\r");
        if (first == text.npos)
            return {};
        return text.substr(first, text.find_last_not_of(" \t\r") + 1 - first);
    }
};

} // namespace ctnn::host::detail
