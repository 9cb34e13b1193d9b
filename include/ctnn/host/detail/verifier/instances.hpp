#pragma once

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

// A line of a list of properties to verify: NETWORK,PROPERTY or NETWORK,PROPERTY,SECONDS.
struct instance {
    std::string network{}, property{};
    double seconds = std::numeric_limits<double>::infinity();
};

struct instance_list {
    std::vector<instance> all{};
    file_problem problem{};
};

inline instance_list read_instances(std::string_view text) {
    instance_list list;
    plain_text const plain(text);
    list.problem = plain.problem;
    auto const trimmed = [](std::string_view field) {
        std::size_t const first = field.find_first_not_of(" \t\"");
        return first == field.npos
                   ? std::string_view{}
                   : field.substr(first, field.find_last_not_of(" \t\"") + 1 - first);
    };
    std::string_view rest = plain.text;
    for (std::size_t line = 1; !list.problem && !rest.empty(); ++line) {
        std::size_t const end = rest.find_first_of("\r\n");
        std::string_view fields = rest.substr(0, end);
        rest.remove_prefix(fields.size());
        rest.remove_prefix(line_break_at(rest, 0));
        if (trimmed(fields).empty())
            continue;
        std::vector<std::string_view> parts;
        while (parts.empty() || !fields.empty()) {
            std::size_t const comma = fields.find(',');
            parts.push_back(trimmed(fields.substr(0, comma)));
            fields.remove_prefix(comma == fields.npos ? fields.size() : comma + 1);
        }
        instance one;
        enclosure seconds;
        if (parts.size() < 2 || parts.size() > 3 || parts[0].empty() || parts[1].empty())
            list.problem = {line, "a line is NETWORK,PROPERTY or NETWORK,PROPERTY,SECONDS"};
        else if (parts.size() == 3 &&
                 (read_number(parts[2], seconds) != number_kind::number || seconds.low < 0))
            list.problem = {line, joined(shown(parts[2]), " is no number of seconds")};
        else if (parts.size() == 3)
            one.seconds = seconds.high;
        one.network = parts[0], one.property = parts.size() > 1 ? parts[1] : "";
        list.all.push_back(one);
    }
    if (list.all.empty() && !list.problem)
        list.problem = {1, "the list has no lines"};
    return list;
}

} // namespace ctnn::host::detail
