#pragma once

#include <cstddef>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// How the compiler writes T, somewhere after "T = ".
template <class T>
constexpr text_view written_type() {
    return {__PRETTY_FUNCTION__, sizeof __PRETTY_FUNCTION__ - 1};
}

// The name of a type or template without what encloses it and without its arguments.
template <class T>
constexpr text_view type_name() {
    constexpr text_view text = written_type<T>();
    std::size_t begin = 0;
    while (!(text[begin] == 'T' && text[begin + 1] == ' ' && text[begin + 2] == '='))
        ++begin;
    begin += 4;
    std::size_t end = begin;
    for (; text[end] != '<' && text[end] != ';' && text[end] != ']'; ++end)
        if (text[end] == ':' || text[end] == ' ')
            begin = end + 1;
    return {text.data() + begin, end - begin};
}

// The name that a layer or an activation states, `elu`; of one that states none that of its type.
template <class Part>
constexpr text_view part_name() {
    if constexpr (requires { *Part::name; }) {
        std::size_t size = 0;
        while (Part::name[size] != '\0')
            ++size;
        return {Part::name, size};
    } else {
        return type_name<Part>();
    }
}

} // namespace ctnn::detail
