#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/detail/file_pieces.hpp>
#include <ctnn/import/detail/parameter_block.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/text/embedded_literal.hpp>
#include <ctnn/text/text_view.hpp>
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

// The same where the file's numbers are numbers already (file_pieces.hpp).
template <class Scalar, class Source, class Number>
    requires std::is_floating_point_v<Number>
constexpr Scalar gathered_number(Source, Number const* p) {
    return static_cast<Scalar>(*p);
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

template <class Scalar, parameter_block::sources Source, std::size_t Added, class Number>
    requires std::is_floating_point_v<Number>
constexpr Scalar gathered_number(gathered_sums<Source, Added>, Number const* p) {
    return static_cast<Scalar>(static_cast<double>(*p) +
                               static_cast<double>(p[Added / sizeof(Number)]));
}

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
    if constexpr (Size >= gathered_pack)
        for (auto& pack : to.packs) {
            gather_pack<Step>(pack, source, from, std::make_index_sequence<gathered_pack>{});
            from += gathered_pack * Step;
        }
    if constexpr (Size % gathered_pack != 0)
        gather_pack<Step>(to.rest, source, from, std::make_index_sequence<Size % gathered_pack>{});
}

// The sum of a row is finite where all of its numbers are, and comparing each of them would take twice the time. Where the
// sum is beyond a float, it is added up in double.
template <class Sum, std::size_t... Index>
constexpr Sum sum_of_pack(float const* p, std::index_sequence<Index...>) {
    return (static_cast<Sum>(p[Index]) + ...);
}
template <class Sum, std::size_t Size>
constexpr Sum sum_of_row(gathered_row_of<float, Size> const& row) {
    Sum sum = 0;
    if constexpr (Size >= gathered_pack)
        for (auto const& pack : row.packs)
            sum += sum_of_pack<Sum>(pack.data(), std::make_index_sequence<gathered_pack>{});
    if constexpr (Size % gathered_pack != 0)
        sum += sum_of_pack<Sum>(row.rest.data(), std::make_index_sequence<Size % gathered_pack>{});
    return sum;
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

    // Where the number with all indices 0 lies: in an array of numbers, or, if the file is no literal of ctnn_embed, in
    // its bytes.
    template <auto const& File, auto const&... Others>
    static constexpr auto first_number() {
        constexpr bool other = block.in_another_file;
        if constexpr (other && sizeof...(Others) > 0) {
            return first_number<Others...>();
        } else if constexpr (!embedded_literal<File>::is_known) {
            return text_view(File).data() + block.first;
        } else if constexpr (!pieces_of_plan<Plan, other>.are_apart) {
            return text_view(File).data() + block.first;
        } else {
            constexpr std::size_t piece = pieces_of_plan<Plan, other>.find(block.first);
            return numbers_of<Plan, other, File, piece>() +
                   (block.first - pieces_of_plan<Plan, other>.all[piece].first) /
                       block.number_size();
        }
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
            std::conditional_t<block.added == 0,
                               std::integral_constant<parameter_block::sources, block.source>,
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

    // The sum of all, if none is NaN or infinite. (An infinity or a NaN may be no constant: then this is ill-formed.)
    template <class Sum, std::size_t Chunk>
    static constexpr Sum sum = [] {
        Sum all = 0;
        if constexpr (block.source != parameter_block::sources::constant)
            for (auto const& one : chunk<Chunk>)
                all += sum_of_row<Sum, row>(one);
        return all;
    }();
    template <class Sum, std::size_t Chunk>
    static constexpr bool has_finite_sum() {
        if constexpr (requires { typename std::bool_constant<(sum<Sum, Chunk> == 0)>; })
            return math::is_finite(sum<Sum, Chunk>);
        else
            return false;
    }
    template <std::size_t Chunk>
    static constexpr bool is_finite() {
        if constexpr (has_finite_sum<float, Chunk>())
            return true;
        else
            return has_finite_sum<double, Chunk>();
    }
    template <std::size_t... Chunk>
    static constexpr bool are_finite(std::index_sequence<Chunk...>) {
        return (is_finite<Chunk>() && ...);
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
