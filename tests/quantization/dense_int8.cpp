#include <ctnn/quantization/detail/dense_int8.hpp>

#include <array>
#include <cstdint>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "layer_values.hpp"

namespace {

namespace oracle = quantization_values;
namespace detail = ctnn::quantization::detail;

#define CTNN_LAYER(name)                                                                           \
    against_oracle::layer<6, 5>(oracle::name::weights, oracle::name::biases,                       \
                                oracle::name::multipliers, oracle::name::shift[0],                 \
                                oracle::name::zero[0])
constexpr auto ties = CTNN_LAYER(ties);
constexpr auto ties_below = CTNN_LAYER(ties_below);
constexpr auto ends = CTNN_LAYER(ends);
constexpr auto shifts = CTNN_LAYER(shifts);

#define CTNN_WRONG_ROWS(name)                                                                      \
    against_oracle::wrong_rows<6, 5>(against_oracle::run_of(name), oracle::name::inputs,           \
                                     oracle::name::outputs)
static_assert(CTNN_WRONG_ROWS(ties) == 0);
static_assert(CTNN_WRONG_ROWS(ends) == 0);

// gemmlowp's rounding as it is written there.
std::int32_t doubling_high_mul(std::int32_t a, std::int32_t b) {
    std::int64_t const product = std::int64_t{a} * b;
    std::int64_t const nudge = product >= 0 ? std::int64_t{1} << 30 : 1 - (std::int64_t{1} << 30);
    return static_cast<std::int32_t>((product + nudge) / (std::int64_t{1} << 31));
}

// 300 inputs, of which a block of 64 in the compiler and of 4 on the machine leave some over.
template <std::size_t Inputs>
constexpr std::int64_t sums() {
    std::array<std::int16_t, ctnn::quantization::in_fours<Inputs>> x{};
    std::array<std::int8_t, ctnn::quantization::in_fours<Inputs>> w{};
    std::int64_t expected = 0;
    for (std::size_t i = 0; i < Inputs; ++i) {
        int const a = static_cast<int>(i * 37 % 256) - 128,
                  b = static_cast<int>(i * 91 % 255) - 127;
        x[i] = static_cast<std::int16_t>(a);
        w[ctnn::quantization::place_of(i)] = static_cast<std::int8_t>(b);
        expected += a * b;
    }
    return detail::dot_in_compiler<Inputs>(x.data(), w.data()) - expected;
}
static_assert(sums<1>() == 0 && sums<3>() == 0 && sums<4>() == 0 && sums<64>() == 0);
static_assert(sums<127>() == 0 && sums<300>() == 0);

} // namespace

TEST_CASE("layers of integers at ties and ends", "[quantization]") {
    CHECK(CTNN_WRONG_ROWS(ties) == 0);
    CHECK(CTNN_WRONG_ROWS(ties_below) == 0);
    CHECK(CTNN_WRONG_ROWS(ends) == 0);
    CHECK(CTNN_WRONG_ROWS(shifts) == 0);
}

TEST_CASE("the high part of a product", "[quantization]") {
    std::uint64_t state = 1;
    auto const next = [&state] {
        state = state * 6364136223846793005 + 1442695040888963407;
        return static_cast<std::int32_t>(state >> 33);
    };
    constexpr std::int32_t most = (1 << 30) - 1;
    int wrong = 0;
    auto const compare = [&](std::int32_t sum, std::int32_t multiplier) {
        std::int32_t const expected = doubling_high_mul(sum, multiplier);
        wrong += detail::multiply_high(sum, multiplier) != expected;
        wrong += detail::multiply_high_by_halves(sum, multiplier) != expected;
        wrong += detail::scale(sum, multiplier) != expected;
    };
    for (std::int32_t const sum : {0, 1, -1, 2, -2, 3, -3, most, -most, 0xffff, 0x10000, -0x10000})
        for (std::int32_t const multiplier :
             {0, 1, 0x7fff, 0x8000, 0xffff, 0x10000, 1 << 29, 1 << 30, 3 << 29, 0x7fffffff})
            compare(sum, multiplier);
    for (int i = 0; i < 200'000; ++i)
        compare((next() >> (1 + next() % 30)) - (1 << 29) * (next() & 1), next() >> next() % 8);
    CHECK(wrong == 0);
}

TEST_CASE("integers of 8 bits saturate", "[quantization]") {
    for (std::int32_t const x : {-128, -127, 0, 127})
        CHECK(detail::saturated(x) == x);
    for (std::int32_t const x : {128, 129, 255, 256, 0x7fffffff})
        CHECK(detail::saturated(x) == 127);
    for (std::int32_t const x : {-129, -255, -256, -257, -0x7fffffff})
        CHECK(detail::saturated(x) == -128);
}
