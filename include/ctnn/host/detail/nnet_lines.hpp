#pragma once

#include <cmath>
#include <cstddef>
#include <ctnn/host/detail/enclosure.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/plain_text.hpp>
#include <ctnn/host/detail/read_number.hpp>
#include <ctnn/host/detail/shown.hpp>
#include <ctnn/host/file_problem.hpp>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace ctnn::host::detail {

// Lines of numbers, with a comma after each or between them; comments from // to the end of a line.
class nnet_lines {
public:
    explicit nnet_lines(std::string_view text) {
        plain_text const plain(text);
        text_ = plain.text;
        problem = plain.problem;
    }

    file_problem problem{};
    std::vector<std::string_view> fields{};

    void fail(std::string const& reason) {
        if (!problem)
            problem = {line_, reason};
    }
    bool next(std::string const& what) {
        if (!problem && !find_line())
            fail(joined("the file ends where ", what, " should be"));
        return !problem;
    }
    bool next(std::string const& what, std::size_t count) {
        if (next(what) && fields.size() != count)
            fail_count(what, count);
        return !problem;
    }
    bool next_at_least(std::string const& what, std::size_t count) {
        if (next(what) && fields.size() < count)
            fail_count(what, count);
        return !problem;
    }
    bool is_at_end() { return !find_line(); }

    std::size_t size(std::size_t index) {
        enclosure const x = number(index);
        if (!problem &&
            !(x.is_exact() && x.low >= 1 && x.low <= 100'000 && x.low == std::floor(x.low)))
            fail(joined("the size ", shown(fields[index]),
                        " is not a whole number from 1 to 100000"));
        return problem ? 1 : static_cast<std::size_t>(x.low);
    }
    std::vector<enclosure> numbers() {
        std::vector<enclosure> all;
        for (std::size_t i = 0; i < fields.size() && !problem; ++i)
            all.push_back(number(i));
        return all;
    }
    // Ends of inputs: there may be none, which files say by an infinity or something as large.
    std::vector<enclosure> ends() {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        std::vector<enclosure> all;
        for (std::size_t i = 0; i < fields.size() && !problem; ++i) {
            bool const is_negative = fields[i].substr(0, 1) == "-";
            enclosure const none{is_negative ? -infinity : infinity,
                                 is_negative ? -infinity : infinity};
            enclosure value;
            bool const is_none =
                is_infinity(fields[i]) || read_number(fields[i], value) == number_kind::too_large;
            all.push_back(is_none ? none : number(i));
        }
        return all;
    }
    // A parameter: the double next to it, which float has room for.
    double parameter(std::size_t index) {
        double value = 0;
        std::string_view text = fields[index];
        bool const negative = text.substr(0, 1) == "-";
        if (negative || text.substr(0, 1) == "+")
            text.remove_prefix(1);
        ctnn::detail::decimal decimal;
        std::size_t work = 0;
        if (!problem && is_missing(index))
            return 0;
        if (text.empty() ||
            !ctnn::detail::scan_decimal(text.data(), text.data() + text.size(), decimal))
            fail(number_problem(fields[index], number_kind::no_number));
        else
            value = ctnn::detail::nearest<double>(decimal, work);
        if (value > static_cast<double>((std::numeric_limits<float>::max)()))
            fail(joined("the number ", shown(fields[index]), " is too large for a float"));
        return negative ? -value : value;
    }

private:
    std::string_view text_{};
    std::size_t at_ = 0, line_ = 0;

    // The next line that has anything in it, without its comment.
    bool find_line() {
        while (at_ < text_.size()) {
            ++line_;
            std::size_t const end = text_.find_first_of("\r\n", at_);
            std::string_view line = text_.substr(at_, end == text_.npos ? end : end - at_);
            at_ += line.size();
            at_ += line_break_at(text_, at_);
            line = trimmed(line.substr(0, line.find("//")));
            if (!line.empty()) {
                split(line);
                return true;
            }
        }
        ++line_;
        return false;
    }
    void split(std::string_view line) {
        fields.clear();
        while (!line.empty()) {
            std::size_t const comma = line.find(',');
            fields.push_back(trimmed(line.substr(0, comma)));
            line = comma == line.npos ? std::string_view{} : trimmed(line.substr(comma + 1));
        }
    }
    void fail_count(std::string const& what, std::size_t count) {
        check_fields();
        fail(joined(what, " should be ", count, count == 1 ? " number, and " : " numbers, and ",
                    fields.size(), fields.size() == 1 ? " is there" : " are there"));
    }
    // Of too few numbers or too many, one that is none may be the cause.
    void check_fields() {
        enclosure value;
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (!is_missing(i) && !is_infinity(fields[i]) &&
                read_number(fields[i], value) == number_kind::no_number)
                fail(number_problem(fields[i], number_kind::no_number));
    }
    bool is_missing(std::size_t index) {
        if (fields[index].empty())
            fail("there is no number before a comma");
        return fields[index].empty();
    }
    enclosure number(std::size_t index) {
        enclosure value;
        if (problem || is_missing(index))
            return {};
        if (auto const kind = read_number(fields[index], value); kind != number_kind::number)
            fail(number_problem(fields[index], kind));
        return value;
    }
    static bool is_infinity(std::string_view text) {
        if (text.substr(0, 1) == "-" || text.substr(0, 1) == "+")
            text.remove_prefix(1);
        auto const is = [&](std::string_view word) {
            bool same = text.size() == word.size();
            for (std::size_t i = 0; same && i < text.size(); ++i)
                same = (text[i] | 0x20) == word[i];
            return same;
        };
        return is("inf") || is("infinity");
    }
    static std::string_view trimmed(std::string_view text) {
        std::size_t const first = text.find_first_not_of(" \t\v\f");
        if (first == text.npos)
            return {};
        return text.substr(first, text.find_last_not_of(" \t\v\f") + 1 - first);
    }
};

} // namespace ctnn::host::detail
