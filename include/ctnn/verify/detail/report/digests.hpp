#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/detail/interval_end.hpp>
#include <ctnn/report/detail/sha256.hpp>
#include <ctnn/report/detail/topology_text.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <ctnn/text/text_view.hpp>
#include <type_traits>

// The SHA-256 of what a report is about: the same with every compiler, in constants and at run time. docs/audit.md
// says which bytes it covers.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

using digest_text = std::array<char, 65>;

// Byte is a parameter, so that only a program that makes a report instantiates SHA-256, which is unrolled.

// As it lies in the memory of a machine whose lowest byte is first.
template <class Hash, class Scalar>
constexpr void add_number(Hash& to, Scalar const& number) {
    if constexpr (number::detail::goes_in_steps<Scalar>) {
        auto const raw = static_cast<std::uint32_t>(number.raw);
        for (std::size_t i = 0; i < sizeof(number.raw); ++i)
            to.add(static_cast<unsigned char>(raw >> 8 * i & 0xff));
    } else {
        using bits = std::conditional_t<sizeof(Scalar) == 4, std::uint32_t, std::uint64_t>;
        bits const all = std::bit_cast<bits>(number);
        for (std::size_t i = 0; i < sizeof(Scalar); ++i)
            to.add(static_cast<unsigned char>(all >> 8 * i & 0xff));
    }
}

template <class Byte>
struct text_hash {
    ctnn::detail::sha256_of<Byte> all{};
    constexpr void put(char c) { all.add(static_cast<Byte>(c)); }
};

// Of its topology as text, a newline, and its parameters.
template <class Network, class Byte = unsigned char>
constexpr digest_text network_digest(Network const& net) {
    text_hash<Byte> hash;
    ctnn::detail::put_topology<Network>(hash);
    hash.put('\n');
    ctnn::detail::for_each_block(
        [&hash](auto block) {
            for (std::size_t i = 0; i < block.size; ++i)
                add_number(hash.all, block.data[i]);
        },
        net);
    return hash.all.digits();
}

template <class Byte = unsigned char>
constexpr digest_text digest_of_text(text_view text) {
    text_hash<Byte> hash;
    for (char const c : text)
        hash.put(c);
    return hash.all.digits();
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
