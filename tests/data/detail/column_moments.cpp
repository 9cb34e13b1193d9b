#include <ctnn/data/detail/column_moments.hpp>

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <ctnn/data/sample.hpp>
#include <ctnn/number/dual.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <limits>
#include <type_traits>
#include <vector>

#include "../../catch.hpp"
#include "../../support/compare.hpp"
#include "../floating_moments.hpp"
#include "../long_fixed_moments.hpp"
#include "../short_fixed_moments.hpp"

namespace {

namespace oracle = moments_values;
using ctnn::fixed_point;
using ctnn::detail::column_moments;

template <class Scalar>
struct found {
    Scalar mean;
    Scalar deviation;
};

template <class Scalar, std::size_t Columns = 1>
using sample_of = ctnn::sample<std::array<Scalar, Columns>, std::array<Scalar, 1>>;

template <class Scalar, class Number, class Convert>
found<Scalar> moments(oracle::column<Number> const& column, Convert const& convert) {
    std::vector<sample_of<Scalar>> samples;
    for (std::size_t i = 0; i != column.repeats; ++i)
        for (std::size_t k = 0; k != column.size; ++k)
            samples.push_back({{convert(column.numbers[k])}, {}});
    column_moments<Scalar, 1> const of(samples.data(), samples.size(), 0);
    return {of.mean[0], of.deviation[0]};
}

// How many numbers of the format lie between two of one sign.
template <class T>
double steps_between(T x, T y) {
    if (x == y)
        return 0;
    int exponent = 0;
    (void)std::frexp(x > 0 ? x : -x, &exponent);
    T const step = std::ldexp(T(1), exponent - std::numeric_limits<T>::digits);
    T const least = std::numeric_limits<T>::denorm_min();
    T const scaled = (x - y) / (step < least ? least : step);
    return static_cast<double>(scaled < 0 ? -scaled : scaled);
}

template <class T>
void check_floating(oracle::column<T> const& column) {
    INFO(column.name);
    auto const plain = moments<T>(column, [](T x) { return x; });
    CAPTURE(plain.mean, column.mean, plain.deviation, column.deviation);
    CHECK(steps_between(column.mean, plain.mean) <= 1);
    CHECK(steps_between(column.deviation, plain.deviation) <= 3);
    CHECK(plain.deviation > 0);
    // Of dual numbers the same bits, and derivatives: of y = x + t those of the mean are 1, of the deviation 0; where all
    // numbers are the same, it is 1 for every t.
    using dual = ctnn::dual<T>;
    auto const shifted = moments<dual>(column, [](T x) { return dual(x, T(1)); });
    CHECK(compare::same_bits(shifted.mean.value, plain.mean));
    CHECK(compare::same_bits(shifted.deviation.value, plain.deviation));
    CHECK(shifted.mean.derivative == T(1));
    CHECK(shifted.deviation.derivative == T(0));
}

template <int IntegerBits, int FractionBits>
void check_fixed(oracle::column<long> const& column) {
    using number = fixed_point<IntegerBits, FractionBits>;
    CAPTURE(column.name, IntegerBits, FractionBits);
    auto const is = moments<number>(
        column, [](long x) { return number::from_raw(static_cast<typename number::storage>(x)); });
    CHECK(is.mean.raw == column.mean);
    CHECK(is.deviation.raw == column.deviation);
}

// In the compiler, where the columns are not long.
template <class Scalar, auto const& Columns, std::size_t Index>
constexpr found<Scalar> in_compiler = [] {
    constexpr auto const& column = Columns[Index];
    constexpr std::size_t size = column.size * column.repeats;
    std::array<sample_of<Scalar>, size> samples{};
    for (std::size_t i = 0; i != size; ++i) {
        auto const number = column.numbers[i % column.size];
        if constexpr (std::is_floating_point_v<Scalar>)
            samples[i].input[0] = number;
        else
            samples[i].input[0] = Scalar::from_raw(static_cast<typename Scalar::storage>(number));
    }
    column_moments<Scalar, 1> const of(samples.data(), size, 0);
    return found<Scalar>{of.mean[0], of.deviation[0]};
}();

template <class Scalar, auto const& Columns, std::size_t Index>
void check_in_compiler() {
    constexpr auto const& column = Columns[Index];
    if constexpr (column.size * column.repeats <= 1000) {
        constexpr auto wanted = in_compiler<Scalar, Columns, Index>;
        auto const is = moments<Scalar>(column, [](auto x) {
            if constexpr (std::is_floating_point_v<Scalar>)
                return x;
            else
                return Scalar::from_raw(static_cast<typename Scalar::storage>(x));
        });
        INFO(column.name);
        CHECK(compare::same_bits(wanted.mean, is.mean));
        CHECK(compare::same_bits(wanted.deviation, is.deviation));
    }
}

template <class Scalar, auto const& Columns>
void check_all_in_compiler() {
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
        (check_in_compiler<Scalar, Columns, Index>(), ...);
    }
    (std::make_index_sequence<std::size(Columns)>{});
}

} // namespace

TEST_CASE("column_moments: float and dual<float> are right to the last bits") {
    for (auto const& column : oracle::of_float)
        check_floating(column);
}

TEST_CASE("column_moments: double and dual<double> are right to the last bits") {
    for (auto const& column : oracle::of_double)
        check_floating(column);
}

TEST_CASE("column_moments: fixed point is the nearest number") {
    for (auto const& column : oracle::of_fixed_3_4)
        check_fixed<3, 4>(column);
    for (auto const& column : oracle::of_fixed_3_12)
        check_fixed<3, 12>(column);
    for (auto const& column : oracle::of_fixed_1_14)
        check_fixed<1, 14>(column);
    for (auto const& column : oracle::of_fixed_11_20)
        check_fixed<11, 20>(column);
    for (auto const& column : oracle::of_fixed_1_30)
        check_fixed<1, 30>(column);
}

TEST_CASE("column_moments: the machine's bits are the compiler's") {
    check_all_in_compiler<float, oracle::of_float>();
    check_all_in_compiler<double, oracle::of_double>();
    check_all_in_compiler<fixed_point<3, 4>, oracle::of_fixed_3_4>();
    check_all_in_compiler<fixed_point<1, 30>, oracle::of_fixed_1_30>();
}

TEST_CASE("column_moments: dual numbers have the derivatives of mean and deviation") {
    // Of x + t u: (u's mean) and the mean of (x - m) u over the deviation.
    using dual = ctnn::dual<double>;
    std::array<sample_of<dual>, 4> samples{};
    std::array<double, 4> const x{1, 2, 4, 9}, u{1, -1, 0.5, 2};
    for (std::size_t i = 0; i != 4; ++i)
        samples[i].input[0] = dual(x[i], u[i]);
    column_moments<dual, 1> const of(samples.data(), 4, 0);
    CHECK(of.mean[0].value == 4);
    CHECK(of.mean[0].derivative == 0.625);
    CHECK(compare::near(of.deviation[0].value, 3.082207001484488, 1));
    CHECK(compare::near(of.deviation[0].derivative, (-3 + 2 + 10) / 4. / 3.082207001484488, 2));
}

TEST_CASE("column_moments: a column that is no number says so") {
    double const nan = std::numeric_limits<double>::quiet_NaN();
    double const infinity = std::numeric_limits<double>::infinity();
    for (double const bad : {nan, infinity, -infinity})
        for (std::size_t place = 0; place != 3; ++place) {
            std::array<sample_of<double, 2>, 3> samples{{{{1, 1}, {}}, {{2, 2}, {}}, {{4, 4}, {}}}};
            samples[place].input[1] = bad;
            column_moments<double, 2> const of(samples.data(), 3, 0);
            CHECK(of.mean[0] > 2);
            CHECK(of.deviation[0] > 1);
            CHECK_FALSE(std::isfinite(of.mean[1]));
            CHECK(std::isnan(of.deviation[1]));
        }
}
