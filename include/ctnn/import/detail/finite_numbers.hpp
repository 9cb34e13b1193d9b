#pragma once

#include <cstddef>
#include <ctnn/import/detail/file_pieces.hpp>
#include <ctnn/import/detail/gathered_number.hpp>
#include <ctnn/import/detail/parameter_block.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/text/embedded_literal.hpp>
#include <ctnn/text/text_view.hpp>
#include <type_traits>
#include <utility>

// Whether numbers of a file are finite. Their sum is, where all of them are, and to compare each would take twice the
// time. Where the sum is beyond a float, it is added up in double.

namespace ctnn::detail {

template <class Sum, class Source, class Unit, std::size_t... Index>
constexpr Sum sum_of_pack(Source source, Unit const* p, std::index_sequence<Index...>) {
    if constexpr (std::is_floating_point_v<Unit>)
        return (static_cast<Sum>(static_cast<float>(p[Index])) + ...);
    else
        return (static_cast<Sum>(gathered_number<float>(source, p + Index * Source::size)) + ...);
}

// Count numbers from byte First of a file on. In parts, each of them a constant.
template <auto const& Plan, bool InAnotherFile, auto const& File, std::size_t First,
          std::size_t Count, parameter_block::sources Source>
struct finite_numbers {
    static constexpr std::size_t pack = 128, part = std::size_t{1} << 17;

    template <class Sum, std::size_t Part>
    static constexpr Sum add_up() {
        auto const* const numbers = numbers_from<Plan, InAnotherFile, File, First>();
        constexpr gathered_source<Source> source;
        constexpr std::size_t units =
            std::is_same_v<decltype(numbers), char const* const> ? source.size : 1;
        constexpr std::size_t last = (Part + 1) * part < Count ? (Part + 1) * part : Count;
        Sum sum = 0;
        std::size_t i = Part * part;
        for (; i + pack <= last; i += pack)
            sum += sum_of_pack<Sum>(source, numbers + i * units, std::make_index_sequence<pack>{});
        for (; i < last; ++i)
            sum += sum_of_pack<Sum>(source, numbers + i * units, std::make_index_sequence<1>{});
        return sum;
    }
    // (An infinity or a NaN may be no constant: then this is not satisfied.)
    template <class Sum, std::size_t Part>
    static constexpr bool has_finite_sum = requires {
        requires std::bool_constant<math::is_finite(add_up<Sum, Part>())>::value;
    };
    template <std::size_t Part>
    static constexpr bool is_finite_part() {
        if constexpr (has_finite_sum<float, Part>)
            return true;
        else
            return has_finite_sum<double, Part>;
    }
    template <std::size_t... Part>
    static constexpr bool are_finite(std::index_sequence<Part...>) {
        return (is_finite_part<Part>() && ...);
    }
    static constexpr bool value = are_finite(std::make_index_sequence<(Count + part - 1) / part>{});
};

} // namespace ctnn::detail
