#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/detail/parameter_block.hpp>
#include <ctnn/text/text_view.hpp>
#include <limits>
#include <type_traits>
#include <utility>

// The parameters of a network as a constant, from the bytes of a file. Compilers give each constant a limit, so the
// numbers are gathered in chunks that are constants of their own, and become a network in one bit_cast. They are gathered
// by packs, since a store costs the compiler more than anything else.

namespace ctnn::detail {

inline constexpr std::size_t gathered_pack = 64, gathered_chunk = std::size_t{1} << 15;

template <class Scalar, std::size_t Packs, std::size_t Rest>
struct gathered_row {
    std::array<std::array<Scalar, gathered_pack>, Packs> packs;
    std::array<Scalar, Rest> rest;
};
template <class Scalar, std::size_t Packs>
struct gathered_row<Scalar, Packs, 0> {
    std::array<std::array<Scalar, gathered_pack>, Packs> packs;
};
template <class Scalar, std::size_t Rest>
struct gathered_row<Scalar, 0, Rest> {
    std::array<Scalar, Rest> rest;
};
template <class Scalar, std::size_t Size>
using gathered_row_of = gathered_row<Scalar, Size / gathered_pack, Size % gathered_pack>;

// Numbers of a block, as the file's bytes or as they are. (No object: clang pays for each access to a member.)
template <class Scalar>
constexpr Scalar
gathered_number(std::integral_constant<parameter_block::sources, parameter_block::sources::floats>,
                char const* p) {
    return static_cast<Scalar>(__builtin_bit_cast(
        float, static_cast<std::uint32_t>(static_cast<unsigned char>(p[0])) |
                   static_cast<std::uint32_t>(static_cast<unsigned char>(p[1])) << 8 |
                   static_cast<std::uint32_t>(static_cast<unsigned char>(p[2])) << 16 |
                   static_cast<std::uint32_t>(static_cast<unsigned char>(p[3])) << 24));
}
template <class Scalar>
constexpr Scalar
gathered_number(std::integral_constant<parameter_block::sources, parameter_block::sources::doubles>,
                char const* p) {
    std::uint64_t bits = 0;
    for (std::size_t i = 8; i-- > 0;)
        bits = bits << 8 | static_cast<unsigned char>(p[i]);
    return static_cast<Scalar>(__builtin_bit_cast(double, bits));
}

// The sum of two numbers, the second one so many bytes behind the first.
template <parameter_block::sources Source, std::size_t Added>
struct gathered_sums {};
template <class Scalar, parameter_block::sources Source, std::size_t Added>
constexpr Scalar gathered_number(gathered_sums<Source, Added>, char const* p) {
    std::integral_constant<parameter_block::sources, Source> const source;
    return static_cast<Scalar>(gathered_number<double>(source, p) +
                               gathered_number<double>(source, p + Added));
}

template <class Scalar, class Source, std::size_t... Index>
constexpr void gather_pack(std::array<Scalar, sizeof...(Index)>& to, Source source,
                           char const* from, std::size_t step, std::index_sequence<Index...>) {
    to = {gathered_number<Scalar>(source, from + Index * step)...};
}

template <class Scalar, std::size_t Size, class Source>
constexpr void gather_row(gathered_row_of<Scalar, Size>& to, Source source, char const* from,
                          std::size_t step) {
    if constexpr (Size >= gathered_pack)
        for (auto& pack : to.packs) {
            gather_pack(pack, source, from, step, std::make_index_sequence<gathered_pack>{});
            from += gathered_pack * step;
        }
    if constexpr (Size % gathered_pack != 0)
        gather_pack(to.rest, source, from, step, std::make_index_sequence<Size % gathered_pack>{});
}

template <class Scalar, std::size_t... Index>
constexpr bool is_finite_pack(std::array<Scalar, sizeof...(Index)> const& pack,
                              std::index_sequence<Index...>) {
    constexpr Scalar largest = (std::numeric_limits<Scalar>::max)();
    Scalar const* const p = pack.data();
    return ((p[Index] <= largest && p[Index] >= -largest) && ...);
}
template <class Scalar, std::size_t Size>
constexpr bool is_finite_row(gathered_row_of<Scalar, Size> const& row) {
    bool all = true;
    if constexpr (Size >= gathered_pack)
        for (auto const& pack : row.packs)
            all = all && is_finite_pack(pack, std::make_index_sequence<gathered_pack>{});
    if constexpr (Size % gathered_pack != 0)
        all = all && is_finite_pack(row.rest, std::make_index_sequence<Size % gathered_pack>{});
    return all;
}

// Block B of step Index of a plan, counted on through its parts. Files... are the model and, where its weights are in another file, that.
template <class Scalar, auto const& Plan, std::size_t Index, std::size_t B, auto const&... Files>
struct gathered_block {
    static constexpr parameter_block block =
        Plan.steps[Index].blocks[B % Plan.steps[Index].block_count].of_part(
            B / Plan.steps[Index].block_count);
    static constexpr std::size_t row = block.extents[parameter_block::rank - 1];
    static constexpr std::size_t rows = block.size() / row;
    static constexpr std::size_t rows_of_chunk = row >= gathered_chunk ? 1
                                                 : gathered_chunk / row < rows
                                                     ? gathered_chunk / row
                                                     : rows;
    static constexpr std::size_t chunks = (rows + rows_of_chunk - 1) / rows_of_chunk;
    static constexpr std::size_t rows_in(std::size_t chunk) {
        return chunk + 1 < chunks ? rows_of_chunk : rows - chunk * rows_of_chunk;
    }

    static constexpr text_view file = [] {
        std::array<text_view, sizeof...(Files)> const files{text_view(Files)...};
        return files[block.in_another_file ? sizeof...(Files) - 1 : 0];
    }();

    template <std::size_t Chunk>
    static constexpr auto gather() {
        std::array<gathered_row_of<Scalar, row>, rows_in(Chunk)> to{};
        if constexpr (block.source == parameter_block::sources::constant) {
            std::array<Scalar, gathered_pack> same{};
            same.fill(static_cast<Scalar>(block.constant));
            for (auto& one : to)
                fill_row(one, same);
        } else {
            char const* const first = file.data() + block.first;
            std::conditional_t<block.added == 0,
                               std::integral_constant<parameter_block::sources, block.source>,
                               gathered_sums<block.source, block.added>> const source;
            std::size_t const step = block.strides[parameter_block::rank - 1] * block.number_size();
            for (std::size_t i = 0; i < to.size(); ++i) {
                std::size_t const place = block.place((Chunk * rows_of_chunk + i) * row);
                gather_row<Scalar, row>(to[i], source, first + place * block.number_size(), step);
            }
        }
        return to;
    }
    template <std::size_t Chunk>
    static constexpr auto chunk = gather<Chunk>();

    // Whether none is NaN or infinite.
    template <std::size_t Chunk>
    static constexpr bool is_finite = [] {
        bool all = true;
        if constexpr (block.source != parameter_block::sources::constant)
            for (auto const& one : chunk<Chunk>)
                all = all && is_finite_row<Scalar, row>(one);
        return all;
    }();
    template <std::size_t... Chunk>
    static constexpr bool are_finite(std::index_sequence<Chunk...>) {
        return (is_finite<Chunk> && ...);
    }

private:
    static constexpr void fill_row(gathered_row_of<Scalar, row>& to,
                                   std::array<Scalar, gathered_pack> const& same) {
        if constexpr (row >= gathered_pack)
            to.packs.fill(same);
        if constexpr (row % gathered_pack != 0)
            to.rest.fill(same[0]);
    }
};

template <class Head, class... Tail>
struct gathered_together {
    Head head;
    gathered_together<Tail...> tail;
};
template <class Head>
struct gathered_together<Head> {
    Head head;
};
template <class Head, class... Tail>
constexpr gathered_together<Head, Tail...> gather_together(Head const& head, Tail const&... tail) {
    if constexpr (sizeof...(Tail) == 0)
        return {head};
    else
        return {head, gather_together(tail...)};
}

} // namespace ctnn::detail
