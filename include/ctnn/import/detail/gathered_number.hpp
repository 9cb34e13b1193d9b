#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/import/detail/parameter_block.hpp>
#include <type_traits>

namespace ctnn::detail {

// What kind of numbers a file has.
template <parameter_block::sources Source>
struct gathered_source {
    static constexpr parameter_block::sources value = Source;
    static constexpr std::size_t size = Source == parameter_block::sources::doubles ? 8 : 4;
};

// Numbers of a block, as the file's bytes or as they are. (No object: clang pays for each access to a member.)
template <class Scalar>
constexpr Scalar gathered_number(gathered_source<parameter_block::sources::floats>, char const* p) {
    return static_cast<Scalar>(__builtin_bit_cast(
        float, static_cast<std::uint32_t>(static_cast<unsigned char>(p[0])) |
                   static_cast<std::uint32_t>(static_cast<unsigned char>(p[1])) << 8 |
                   static_cast<std::uint32_t>(static_cast<unsigned char>(p[2])) << 16 |
                   static_cast<std::uint32_t>(static_cast<unsigned char>(p[3])) << 24));
}
template <class Scalar>
constexpr Scalar gathered_number(gathered_source<parameter_block::sources::doubles>,
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
    gathered_source<Source> const source;
    return static_cast<Scalar>(gathered_number<double>(source, p) +
                               gathered_number<double>(source, p + Added));
}

template <class Scalar, parameter_block::sources Source, std::size_t Added, class Number>
    requires std::is_floating_point_v<Number>
constexpr Scalar gathered_number(gathered_sums<Source, Added>, Number const* p) {
    return static_cast<Scalar>(static_cast<double>(*p) +
                               static_cast<double>(p[Added / sizeof(Number)]));
}

} // namespace ctnn::detail
