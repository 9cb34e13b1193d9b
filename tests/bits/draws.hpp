#pragma once

#include "networks.hpp"

namespace bits {

template <>
inline constexpr char const* part_name<ctnn::glorot_uniform> = "glorot_uniform";
template <>
inline constexpr char const* part_name<ctnn::glorot_normal> = "glorot_normal";
template <>
inline constexpr char const* part_name<ctnn::he_uniform> = "he_uniform";
template <>
inline constexpr char const* part_name<ctnn::he_normal> = "he_normal";
template <>
inline constexpr char const* part_name<ctnn::uniform> = "uniform";
template <>
inline constexpr char const* part_name<ctnn::zeros> = "zeros";

template <>
inline constexpr char const* part_name<ctnn::lecun_uniform> = "lecun_uniform";
template <>
inline constexpr char const* part_name<ctnn::lecun_normal> = "lecun_normal";
template <>
inline constexpr char const* part_name<ctnn::normal> = "normal";
template <>
inline constexpr char const* part_name<ctnn::truncated_normal> = "truncated_normal";
template <>
inline constexpr char const* part_name<ctnn::constant_value> = "constant_value";
template <>
inline constexpr char const* part_name<ctnn::variance_scaling> = "variance_scaling";

// What an initializer makes of 5-7-3.
template <class Initializer, class Scalar>
struct initial {
    static std::string name() {
        return std::string("initialize ") + part_name<Initializer> + scalar_name<Scalar>;
    }
    static constexpr std::size_t pieces = 2;

    static constexpr void add(digest& to, std::size_t piece, std::uint64_t nothing) {
        using network = net<Scalar, input<5>, dense<7, ctnn::relu>, dense<3>>;
        auto const seed = static_cast<std::uint32_t>(1234 * piece + nothing);
        to.add(ctnn::initialize<network>(Initializer{}, seed));
    }
};

struct normal_draws {
    static std::string name() { return "random normal double"; }
    static constexpr std::size_t pieces = 2;

    static constexpr void add(digest& to, std::size_t piece, std::uint64_t nothing) {
        ctnn::random::mt19937 generator(static_cast<std::uint32_t>(piece + nothing));
        for (int i = 0; i < 1001; ++i)
            to.add(ctnn::random::normal(generator));
    }
};

struct uniform_draws {
    static std::string name() { return "random uniform double"; }
    static constexpr std::size_t pieces = 2;

    static constexpr void add(digest& to, std::size_t piece, std::uint64_t nothing) {
        ctnn::random::mt19937 generator(static_cast<std::uint32_t>(piece + nothing));
        for (int i = 0; i < 1001; ++i)
            to.add(ctnn::random::uniform(generator, -0.3, 0.7));
    }
};

struct orders_drawn {
    static std::string name() { return "random permutation"; }
    static constexpr std::size_t pieces = 40;

    static constexpr void add(digest& to, std::size_t piece, std::uint64_t nothing) {
        ctnn::random::permutation const order(piece + 1, 99, nothing);
        for (std::size_t i = 0; i < order.size(); ++i)
            to.add(static_cast<std::uint64_t>(order(i)));
    }
};

template <class Scalar>
void check_initializers() {
    check_all<initial<ctnn::glorot_uniform, Scalar>, initial<ctnn::glorot_normal, Scalar>,
              initial<ctnn::he_uniform, Scalar>, initial<ctnn::he_normal, Scalar>,
              initial<ctnn::uniform, Scalar>, initial<ctnn::zeros, Scalar>,
              initial<ctnn::lecun_uniform, Scalar>, initial<ctnn::lecun_normal, Scalar>,
              initial<ctnn::normal, Scalar>, initial<ctnn::truncated_normal, Scalar>,
              initial<ctnn::constant_value, Scalar>, initial<ctnn::variance_scaling, Scalar>>();
}
inline void check_all_draws() {
    check_initializers<float>();
    check_initializers<double>();
    check_all<normal_draws, uniform_draws, orders_drawn>();
}

} // namespace bits
