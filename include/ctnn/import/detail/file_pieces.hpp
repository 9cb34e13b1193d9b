#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <ctnn/import/detail/parameter_block.hpp>
#include <ctnn/text/embedded_literal.hpp>
#include <ctnn/text/text_view.hpp>
#include <type_traits>

// The numbers of an embedded file as arrays of numbers. Compilers turn the whole literal into gaps and arrays in one
// bit_cast, which takes a fraction of the time of reading bytes.

namespace ctnn::detail {

struct file_piece {
    std::size_t first = 0; // byte
    std::size_t end = 0;
    bool of_doubles = false;

    constexpr std::size_t number_size() const { return of_doubles ? 8 : 4; }
    constexpr std::size_t size() const { return (end - first) / number_size(); }
};

template <std::size_t Capacity>
struct file_pieces {
    std::array<file_piece, Capacity> all{};
    std::size_t count = 0;
    bool are_apart = true; // no number lies in another one

    constexpr void put(file_piece added) {
        // In the order of the file. What overlaps is one piece.
        for (std::size_t i = 0; i < count;) {
            file_piece const& other = all[i];
            if (other.end <= added.first || added.end <= other.first) {
                ++i;
                continue;
            }
            are_apart = are_apart && other.of_doubles == added.of_doubles &&
                        (added.first > other.first ? added.first - other.first
                                                   : other.first - added.first) %
                                added.number_size() ==
                            0;
            added.first = other.first < added.first ? other.first : added.first;
            added.end = other.end > added.end ? other.end : added.end;
            for (std::size_t k = i; k + 1 < count; ++k)
                all[k] = all[k + 1];
            --count;
        }
        std::size_t place = count++;
        for (; place > 0 && all[place - 1].first > added.first; --place)
            all[place] = all[place - 1];
        all[place] = added;
    }
    constexpr std::size_t find(std::size_t byte) const {
        std::size_t i = 0;
        while (all[i].end <= byte)
            ++i;
        return i;
    }
};

// Those of a plan that lie in its file, or in the other one.
template <auto const& Plan, bool InAnotherFile>
inline constexpr auto pieces_of_plan = [] {
    file_pieces<2 * Plan.steps.size() * Plan.steps[0].blocks.size()> made;
    for (std::size_t i = 0; i < Plan.count; ++i)
        for (std::size_t k = 0; k < Plan.steps[i].block_count * Plan.steps[i].part_count; ++k) {
            parameter_block const block =
                Plan.steps[i].blocks[k % Plan.steps[i].block_count].of_part(
                    k / Plan.steps[i].block_count);
            if (block.source != parameter_block::sources::constant &&
                block.in_another_file == InAnotherFile) {
                // (Numbers of 16 bits are none that machines have: they are read byte by byte.)
                made.are_apart = made.are_apart && !parameter_block::has_16_bits(block.source);
                made.put(
                    {block.first, block.end(), block.source == parameter_block::sources::doubles});
            }
        }
    return made;
}();

template <std::size_t Gap, class Number, std::size_t Count, class Rest>
struct [[gnu::packed]] cut_file {
    char gap[Gap];
    Number numbers[Count];
    Rest rest;
};
template <class Number, std::size_t Count, class Rest>
struct [[gnu::packed]] cut_file<0, Number, Count, Rest> {
    Number numbers[Count];
    Rest rest;
};
template <std::size_t Size>
struct cut_end {
    char rest[Size];
};

// From byte First on, with the NUL of the literal at the end.
template <auto const& Plan, bool InAnotherFile, std::size_t Size, std::size_t Piece,
          std::size_t First>
constexpr auto cut_type() {
    if constexpr (Piece == pieces_of_plan<Plan, InAnotherFile>.count) {
        return std::type_identity<cut_end<Size - First>>{};
    } else {
        constexpr file_piece piece = pieces_of_plan<Plan, InAnotherFile>.all[Piece];
        using rest = decltype(cut_type<Plan, InAnotherFile, Size, Piece + 1, piece.end>());
        return std::type_identity<
            cut_file<piece.first - First, std::conditional_t<piece.of_doubles, double, float>,
                     piece.size(), typename rest::type>>{};
    }
}

template <auto const& Plan, bool InAnotherFile, auto const& File>
inline constexpr auto cut_literal = [] {
    constexpr auto const& literal = embedded_literal<File>::array;
    return __builtin_bit_cast(
        typename decltype(cut_type<Plan, InAnotherFile, sizeof literal, 0, 0>())::type, literal);
}();

template <std::size_t Piece, class Cut>
constexpr auto const& cut_at(Cut const& from) {
    if constexpr (Piece == 0)
        return from;
    else
        return cut_at<Piece - 1>(from.rest);
}

// A piece alone.
template <auto const& Plan, bool InAnotherFile, auto const& File, std::size_t Piece>
inline constexpr auto numbers_of_piece = [] {
    constexpr file_piece piece = pieces_of_plan<Plan, InAnotherFile>.all[Piece];
    constexpr auto const& cut = cut_at<Piece>(cut_literal<Plan, InAnotherFile, File>);
    return __builtin_bit_cast(
        std::array<std::conditional_t<piece.of_doubles, double, float>, piece.size()>, cut.numbers);
}();

// Clang pays for the way to each number, g++ for a copy. (Nothing reads these numbers in a program.)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Waddress-of-packed-member"
template <auto const& Plan, bool InAnotherFile, auto const& File, std::size_t Piece>
constexpr auto const* numbers_of() {
#if defined(__clang__)
    return numbers_of_piece<Plan, InAnotherFile, File, Piece>.data();
#else
    return cut_at<Piece>(cut_literal<Plan, InAnotherFile, File>).numbers;
#endif
}
#pragma GCC diagnostic pop

// Whether the numbers of a file are taken from its literal: where the machine has their bytes in the file's order.
template <auto const& Plan, bool InAnotherFile, auto const& File>
constexpr bool is_cut() {
    return embedded_literal<File>::is_known && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ &&
           pieces_of_plan<Plan, InAnotherFile>.are_apart;
}

// The number at a byte of a file: one of an array of numbers, or the first of its bytes. A text that has been read is such
// an array in place of a file.
template <auto const& Plan, bool InAnotherFile, auto const& File, std::size_t First>
constexpr auto numbers_from() {
    if constexpr (requires { requires std::is_same_v<decltype(File.front()), double const&>; })
        return File.data() + First / sizeof(double);
    else if constexpr (is_cut<Plan, InAnotherFile, File>()) {
        constexpr auto const& pieces = pieces_of_plan<Plan, InAnotherFile>;
        constexpr std::size_t index = pieces.find(First);
        return numbers_of<Plan, InAnotherFile, File, index>() +
               (First - pieces.all[index].first) / pieces.all[index].number_size();
    } else {
        return text_view(File).data() + First;
    }
}

} // namespace ctnn::detail
