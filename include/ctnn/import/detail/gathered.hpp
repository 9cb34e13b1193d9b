#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/detail/file_pieces.hpp>
#include <ctnn/import/detail/finite_numbers.hpp>
#include <ctnn/import/detail/gathered_number.hpp>
#include <ctnn/import/detail/parameter_block.hpp>
#include <type_traits>
#include <utility>

// The parameters of a network as a constant, from the bytes of a file. Compilers give each constant a limit, so the
// numbers are gathered in chunks that are constants of their own, and become a network in one bit_cast. They are gathered
// by packs, since a store costs the compiler more than anything else.

namespace ctnn::detail {

// Larger chunks take g++ a fifth less memory, and clang a third more time.
#if defined(__clang__)
inline constexpr std::size_t gathered_chunk = std::size_t{1} << 15;
#else
inline constexpr std::size_t gathered_chunk = std::size_t{1} << 17;
#endif
inline constexpr std::size_t gathered_pack = 128;

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

// Each step is a constant, so that compilers have no product to compute. (A call costs them ten times what an access does.)
template <std::size_t Step, class Scalar, class Source, class Unit, std::size_t... Index>
constexpr void gather_pack(std::array<Scalar, sizeof...(Index)>& to, Source source,
                           Unit const* from, std::index_sequence<Index...>) {
    if constexpr (std::is_floating_point_v<Unit> && requires { Source::value; })
        to = {static_cast<Scalar>(from[Index * Step])...};
    else
        to = {gathered_number<Scalar>(source, from + Index * Step)...};
}

template <class Scalar, std::size_t Size, std::size_t Step, class Source, class Unit>
constexpr void gather_row(gathered_row_of<Scalar, Size>& to, Source source, Unit const* from) {
    constexpr std::size_t packs = Size / gathered_pack, step_of_pack = gathered_pack * Step;
    for (std::size_t i = 0; i < packs; ++i)
        if constexpr (packs > 0)
            gather_pack<Step>(to.packs[i], source, from + i * step_of_pack,
                              std::make_index_sequence<gathered_pack>{});
    if constexpr (Size % gathered_pack != 0)
        gather_pack<Step>(to.rest, source, from + packs * step_of_pack,
                          std::make_index_sequence<Size % gathered_pack>{});
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

    // Where the number with all indices 0 lies.
    template <auto const& File, auto const&... Others>
    static constexpr auto first_number() {
        if constexpr (block.in_another_file && sizeof...(Others) > 0)
            return first_number<Others...>();
        else
            return numbers_from<Plan, block.in_another_file, File, block.first>();
    }

    template <std::size_t Chunk>
    static constexpr auto gather() {
        std::array<gathered_row_of<Scalar, row>, rows_in(Chunk)> to{};
        if constexpr (block.source == parameter_block::sources::constant) {
            std::array<Scalar, gathered_pack> same{};
            same.fill(static_cast<Scalar>(block.constant));
            for (auto& one : to)
                fill_row(one, same);
        } else {
            auto const* const first = first_number<Files...>();
            constexpr std::size_t units = sizeof *first == 1 ? block.number_size() : 1;
            std::conditional_t<block.added == 0, gathered_source<block.source>,
                               gathered_sums<block.source, block.added>> const source;
            constexpr std::size_t step = block.strides[parameter_block::rank - 1] * units;
            for (std::size_t i = 0; i < to.size(); ++i) {
                std::size_t const place = block.place((Chunk * rows_of_chunk + i) * row);
                gather_row<Scalar, row, step>(to[i], source, first + place * units);
            }
        }
        return to;
    }
    template <std::size_t Chunk>
    static constexpr auto chunk = gather<Chunk>();

    // Whether none is NaN or infinite. (In a literal it is looked at with all that lies beside it, once.)
    template <auto const& File, auto const&... Others>
    static constexpr bool are_finite() {
        constexpr bool other = block.in_another_file;
        if constexpr (other && sizeof...(Others) > 0) {
            return are_finite<Others...>();
        } else if constexpr (is_cut<Plan, other, File>()) {
            constexpr file_piece piece =
                pieces_of_plan<Plan, other>.all[pieces_of_plan<Plan, other>.find(block.first)];
            return finite_numbers<Plan, other, File, piece.first, piece.size(),
                                  block.source>::value;
        } else {
            return finite_numbers<Plan, other, File, block.first,
                                  (block.end() - block.first) / block.number_size(),
                                  block.source>::value;
        }
    }
    static constexpr bool is_finite() {
        if constexpr (block.source == parameter_block::sources::constant)
            return true;
        else
            return are_finite<Files...>();
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
