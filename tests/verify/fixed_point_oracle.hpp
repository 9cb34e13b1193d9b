#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <ctnn/verify/box.hpp>

// Networks in fixed point of 8 bits, of which every input can be tried.

namespace every_input {

using q = ctnn::fixed_point<3, 4>;

constexpr q raw(int steps) {
    return q::from_raw(static_cast<std::int8_t>(steps));
}

// Numbers from a generator of its own (D. E. Knuth, MMIX): the same on every machine.
struct draws {
    std::uint64_t state;
    constexpr int from(int least, int most) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return least + static_cast<int>((state >> 33) % static_cast<unsigned>(most - least + 1));
    }
};

template <class Network>
constexpr Network drawn(draws& from, int most_steps) {
    Network net{};
    ctnn::detail::for_each_block(
        [&](auto to) {
            for (std::size_t i = 0; i < decltype(to)::size; ++i)
                to.data[i] = raw(from.from(-most_steps, most_steps));
        },
        net);
    return net;
}

inline ctnn::box<q, 2> drawn_box(draws& from, int widest) {
    ctnn::box<q, 2> in{};
    for (std::size_t i = 0; i < 2; ++i) {
        int const low = from.from(-128, 127), width = from.from(0, widest);
        in.lower[i] = raw(low);
        in.upper[i] = raw(low + width > 127 ? 127 : low + width);
    }
    return in;
}

// Calls f with every input in the box.
template <class F>
void for_each_input(ctnn::box<q, 2> const& in, F const& f) {
    for (int a = in.lower[0].raw; a <= in.upper[0].raw; ++a)
        for (int b = in.lower[1].raw; b <= in.upper[1].raw; ++b)
            f(std::array<q, 2>{raw(a), raw(b)});
}

} // namespace every_input
