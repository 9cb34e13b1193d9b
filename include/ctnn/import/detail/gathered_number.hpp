#pragma once

#include <cstddef>
#include <ctnn/import/detail/little_endian.hpp>
#include <ctnn/import/detail/numbers_of_16_bits.hpp>
#include <ctnn/import/detail/parameter_block.hpp>
#include <type_traits>

namespace ctnn::detail {

// What kind of numbers a file has.
template <parameter_block::sources Source>
struct gathered_source {
    static constexpr parameter_block::sources value = Source;
    static constexpr std::size_t size = parameter_block::number_size(Source);
};

// Numbers of a block, as the file's bytes or as they are. (No object: clang pays for each access to a member.)
template <class Scalar>
constexpr Scalar gathered_number(gathered_source<parameter_block::sources::floats>, char const* p) {
    return static_cast<Scalar>(__builtin_bit_cast(float, four_bytes(p)));
}
template <class Scalar>
constexpr Scalar gathered_number(gathered_source<parameter_block::sources::doubles>,
                                 char const* p) {
    return static_cast<Scalar>(__builtin_bit_cast(double, eight_bytes(p)));
}

template <class Scalar>
constexpr Scalar gathered_number(gathered_source<parameter_block::sources::halves>, char const* p) {
    return static_cast<Scalar>(float_of_half(two_bytes(p)));
}
template <class Scalar>
constexpr Scalar gathered_number(gathered_source<parameter_block::sources::bfloats>,
                                 char const* p) {
    return static_cast<Scalar>(float_of_bfloat(two_bytes(p)));
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
