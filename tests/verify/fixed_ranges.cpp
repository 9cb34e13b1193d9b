// Ranges of activations in fixed point: at all numbers of 16 bits, at neighbours of 32, and softmax of up to ten.
// (tests/soundness/fixed_ranges.cpp takes all formats.)

#include <cmath>
#include <cstdint>
#include <ctnn/concept/detail/curve_of.hpp>
#include <utility>

#include "../catch.hpp"
#include "fixed_point_oracle.hpp"
#include "fixed_range_oracle.hpp"

namespace {

using ctnn::fixed_point;
using ctnn::interval;
using ctnn::verify::activation_range;

template <class T>
struct check_every_number {
    template <class Activation>
    void operator()(char const* name) const {
        INFO(name << " with " << T::integer_bits << " and " << T::fraction_bits << " bits");
        auto const found = fixed_ranges::every_number<T, Activation>(509);
        CHECK(found.intervals >= 131'071);
        CHECK(found.outside == 0);
        // A valley's end is rounded, and its error carried; all others are exact.
        if (!ctnn::detail::curve_of<Activation, T>.is_gated)
            CHECK(found.widest == 0);
    }
};

TEST_CASE("ranges of 16 bits hold what every number gives", "[verify]") {
    // (with these two gelu falls by a step, three times)
    fixed_ranges::for_each_activation(check_every_number<fixed_point<2, 13>>{});
    fixed_ranges::for_each_activation(check_every_number<fixed_point<3, 12>>{});
    fixed_ranges::for_each_activation(check_every_number<fixed_point<1, 14>>{});
}

template <class T, class Of>
bool holds_neighbours(std::int32_t at, Of const& of) {
    T const x = T::from_raw(at), next = T::from_raw(at + 1);
    REQUIRE(of(next) < of(x));
    auto const y = of(interval<T>{x, next});
    return y.contains(of(x)) && y.contains(of(next));
}

TEST_CASE("ranges of 32 bits hold neighbours of which the larger one gives less", "[verify]") {
    auto const of_softplus = [](auto x) {
        if constexpr (requires { x.raw; })
            return ctnn::softplus::value(x);
        else
            return activation_range<ctnn::softplus>::of(x);
    };
    auto const of_erf = [](auto x) { return erf(x); };
    CHECK(holds_neighbours<fixed_point<1, 30>>(69604765, of_softplus));
    CHECK(holds_neighbours<fixed_point<1, 30>>(-1870857282, of_erf));
    CHECK(holds_neighbours<fixed_point<3, 28>>(533868990, of_erf));
    CHECK(holds_neighbours<fixed_point<7, 24>>(45479291, of_erf));
}

// Elsewhere no fall is known, and not all numbers were tried. Twice the largest error that was measured is what
// there must be (docs/fixed_point.md): f(b) >= g(b) - e >= g(a) - e >= f(a) - 2 e.
template <class T, class Of>
void check_room(Of const& of, double error) {
    for (double const at : {-1.25, -0.3, 0.2, 0.7, 1.5}) {
        T const x(at);
        if (x == T::largest() || of(x) == T::largest() || of(x) == T::lowest())
            continue; // (saturated)
        auto const y = of(interval<T>{x, x});
        CHECK(static_cast<double>(std::int64_t{of(x).raw} - y.lower.raw) >= 2 * error);
        CHECK(static_cast<double>(std::int64_t{y.upper.raw} - of(x).raw) >= 2 * error);
        // (and not much more)
        CHECK(std::int64_t{y.upper.raw} - y.lower.raw <= 10);
    }
}

template <class Activation>
constexpr auto value_or_range = [](auto x) {
    if constexpr (requires { x.raw; })
        return Activation::value(x);
    else
        return activation_range<Activation>::of(x);
};

template <class T>
void check_all_rooms() {
    constexpr bool small = T::integer_bits == 1;
    check_room<T>([](auto x) { return exp(x); }, small ? 0.75 : 0.78);
    check_room<T>([](auto x) { return expm1(x); }, small ? 1.05 : 0.78);
    check_room<T>([](auto x) { return log(x); }, small ? 0.78 : 0.63);
    check_room<T>([](auto x) { return log1p(x); }, small ? 1.0 : 0.75);
    check_room<T>([](auto x) { return tanh(x); }, small ? 0.79 : 0.63);
    check_room<T>([](auto x) { return erf(x); }, small ? 1.18 : 0.66);
    check_room<T>([](auto x) { return logistic(x); }, small ? 0.78 : 0.68);
    check_room<T>(value_or_range<ctnn::sigmoid>, small ? 0.78 : 0.68);
    check_room<T>(value_or_range<ctnn::tanh>, small ? 0.79 : 0.63);
    check_room<T>(value_or_range<ctnn::softplus>, small ? 1.75 : 1.53);
}

TEST_CASE("ranges of 32 bits are wider by twice the largest error", "[verify]") {
    check_all_rooms<fixed_point<1, 30>>();
    check_all_rooms<fixed_point<3, 28>>();
    check_all_rooms<fixed_point<15, 16>>();
}

// (the generator of 8 bits, with more of its bits)
struct wide_draws {
    every_input::draws from{77};
    std::int64_t operator()(std::int64_t least, std::int64_t most) {
        std::uint64_t const high = static_cast<std::uint64_t>(from.from(0, 0xffff)) << 16;
        std::uint64_t const bits = high | static_cast<std::uint64_t>(from.from(0, 0xffff));
        return least +
               static_cast<std::int64_t>(bits % static_cast<std::uint64_t>(most - least + 1));
    }
};

template <class T, std::size_t... Size>
void check_softmax(std::index_sequence<Size...>) {
    wide_draws from;
    auto const check = [&]<std::size_t N>(std::integral_constant<std::size_t, N>) {
        INFO(N << " of " << T::integer_bits << " and " << T::fraction_bits << " bits");
        auto const found = fixed_ranges::drawn_softmax<T, N>(from, 120);
        CHECK(found.outside == 0);
        // Twice what exps may move a quotient by (softmax_range.hpp), and little more.
        double const moved = 2 * 0.78 / 0.61 * (N + 1);
        if (T::fraction_bits > 4)
            CHECK(found.widest >= moved);
        CHECK(found.widest <= moved + 4);
    };
    (check(std::integral_constant<std::size_t, Size + 2>{}), ...);
}

TEST_CASE("the range of a softmax in fixed point holds its probabilities, of up to ten",
          "[verify]") {
    check_softmax<fixed_point<3, 4>>(std::make_index_sequence<9>{});
    check_softmax<fixed_point<3, 12>>(std::make_index_sequence<9>{});
    check_softmax<fixed_point<1, 14>>(
        std::make_index_sequence<9>{}); // (saturated differences are far off)
    check_softmax<fixed_point<5, 26>>(std::make_index_sequence<9>{});
}

template <class T, std::size_t... Size>
void check_log_softmax(std::index_sequence<Size...>) {
    wide_draws from;
    auto const check = [&]<std::size_t N>(std::integral_constant<std::size_t, N>) {
        INFO(N << " of " << T::integer_bits << " and " << T::fraction_bits << " bits");
        auto const found = fixed_ranges::drawn_softmax<T, N, ctnn::log_softmax>(from, 120);
        CHECK(found.outside == 0);
        // Twice what exps, halvings and logs may move a result by (log_softmax_range.hpp), and little more.
        double halvings = 0;
        for (double part = N; part >= std::ldexp(1, T::integer_bits); part /= 2)
            ++halvings;
        double const moved = 2 * (0.78 * N + 0.5 * halvings + (halvings > 0 ? 1 : 0));
        if (std::log(N) <
            0.7 * std::ldexp(1, T::integer_bits)) // (else each result is at an end of the format)
            CHECK(found.widest >= moved);
        CHECK(found.widest <= moved + 4);
    };
    (check(std::integral_constant<std::size_t, Size>{}), ...);
}

TEST_CASE("the range of a log_softmax in fixed point holds its logarithms", "[verify]") {
    using sizes = std::index_sequence<2, 3, 7, 8, 9, 20, 300>;
    check_log_softmax<fixed_point<3, 4>>(sizes{});
    check_log_softmax<fixed_point<3, 12>>(sizes{});
    check_log_softmax<fixed_point<1, 14>>(sizes{});
    check_log_softmax<fixed_point<1, 6>>(sizes{});
    check_log_softmax<fixed_point<5, 26>>(sizes{});
}

} // namespace
