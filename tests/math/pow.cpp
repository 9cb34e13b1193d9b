#include "math/oracle/pow.hpp"
#include "catch.hpp"
#include "math/oracle.hpp"
#include <cstdint>
#include <ctnn/math/is_nan.hpp>
#include <ctnn/math/pow.hpp>
#include <limits>

namespace {

using ctnn::math::is_nan;
using ctnn::math::pow;

template <class Scalar>
constexpr bool same(Scalar x, Scalar y) {
    return oracle::to_bits(x) == oracle::to_bits(y);
}

template <class Scalar>
constexpr bool gives(Scalar x, Scalar y, Scalar expected) {
    return same(pow(x, y), expected);
}

template <class Scalar>
using limits = std::numeric_limits<Scalar>;
template <class Scalar>
constexpr Scalar infinity = limits<Scalar>::infinity();
template <class Scalar>
constexpr Scalar nan = limits<Scalar>::quiet_NaN();
// The last odd integer, a half beyond which there is none, and an even one.
template <class Scalar>
constexpr Scalar odd = 2 / limits<Scalar>::epsilon() - 1;

// C's Annex F, F.10.4.4, line by line.
template <class Scalar>
constexpr bool zeros() {
    constexpr Scalar zero = 0;
    for (Scalar const y : {Scalar(1), Scalar(3), odd<Scalar>}) {
        if (!gives(zero, -y, infinity<Scalar>) || !gives(-zero, -y, -infinity<Scalar>) ||
            !gives(zero, y, zero) || !gives(-zero, y, -zero))
            return false;
    }
    for (Scalar const y : {Scalar(0.5), Scalar(2), Scalar(2.5), odd<Scalar> + 1,
                           limits<Scalar>::max(), limits<Scalar>::denorm_min(), infinity<Scalar>}) {
        if (!gives(zero, -y, infinity<Scalar>) || !gives(-zero, -y, infinity<Scalar>) ||
            !gives(zero, y, zero) || !gives(-zero, y, zero))
            return false;
    }
    return true;
}

template <class Scalar>
constexpr bool ones() {
    constexpr Scalar one = 1;
    for (Scalar const z :
         {Scalar(0), Scalar(1), Scalar(0.5), Scalar(2), Scalar(3), limits<Scalar>::max(),
          limits<Scalar>::denorm_min(), infinity<Scalar>, nan<Scalar>}) {
        if (!gives(one, z, one) || !gives(one, -z, one) || !gives(z, Scalar(0), one) ||
            !gives(-z, Scalar(0), one) || !gives(z, -Scalar(0), one))
            return false;
    }
    return gives(-one, infinity<Scalar>, one) && gives(-one, -infinity<Scalar>, one) &&
           gives(-one, odd<Scalar>, -one) && gives(-one, odd<Scalar> + 1, one);
}

template <class Scalar>
constexpr bool infinities() {
    constexpr Scalar zero = 0, all = infinity<Scalar>;
    for (Scalar const x :
         {Scalar(0.5), 1 - limits<Scalar>::epsilon() / 2, limits<Scalar>::denorm_min()}) {
        if (!gives(x, all, zero) || !gives(-x, all, zero) || !gives(x, -all, all) ||
            !gives(-x, -all, all))
            return false;
    }
    for (Scalar const x : {Scalar(2), 1 + limits<Scalar>::epsilon(), limits<Scalar>::max(), all}) {
        if (!gives(x, all, all) || !gives(-x, all, all) || !gives(x, -all, zero) ||
            !gives(-x, -all, zero))
            return false;
    }
    for (Scalar const y : {Scalar(1), Scalar(3), odd<Scalar>}) {
        if (!gives(-all, -y, -zero) || !gives(-all, y, -all) || !gives(all, -y, zero) ||
            !gives(all, y, all))
            return false;
    }
    for (Scalar const y : {Scalar(0.5), Scalar(2), Scalar(2.5), odd<Scalar> + 1}) {
        if (!gives(-all, -y, zero) || !gives(-all, y, all) || !gives(all, -y, zero) ||
            !gives(all, y, all))
            return false;
    }
    return true;
}

template <class Scalar>
constexpr bool not_numbers() {
    return is_nan(pow(nan<Scalar>, Scalar(1))) && is_nan(pow(Scalar(2), nan<Scalar>)) &&
           is_nan(pow(nan<Scalar>, nan<Scalar>)) && is_nan(pow(Scalar(0), nan<Scalar>)) &&
           is_nan(pow(Scalar(-1), nan<Scalar>)) && is_nan(pow(infinity<Scalar>, nan<Scalar>)) &&
           is_nan(pow(Scalar(-2), Scalar(0.5))) && is_nan(pow(Scalar(-1), Scalar(1.5))) &&
           is_nan(pow(-limits<Scalar>::max(), Scalar(-0.25))) &&
           is_nan(pow(-limits<Scalar>::denorm_min(), odd<Scalar> / 4));
}

template <class Scalar>
constexpr bool ends_of_the_range() {
    constexpr Scalar zero = 0, all = infinity<Scalar>, most = limits<Scalar>::max();
    constexpr Scalar least = limits<Scalar>::denorm_min();
    constexpr Scalar above = 1 + limits<Scalar>::epsilon(),
                     below = 1 - limits<Scalar>::epsilon() / 2;
    return gives(most, Scalar(1), most) && gives(-most, Scalar(1), -most) &&
           gives(least, Scalar(1), least) && gives(-least, Scalar(1), -least) &&
           gives(most, above, all) && gives(least, above, least) &&
           gives(Scalar(-2), odd<Scalar>, -all) && gives(Scalar(-2), -odd<Scalar>, -zero) &&
           gives(Scalar(2), most, all) && gives(Scalar(2), -most, zero) &&
           gives(above, most, all) && gives(above, -most, zero) && gives(below, most, zero) &&
           gives(below, -most, all) && gives(above, least, Scalar(1)) &&
           gives(most, least, Scalar(1)) && gives(least, -least, Scalar(1));
}

// What is a number exactly has no error.
template <class Scalar>
constexpr bool exact_powers() {
    for (int n = limits<Scalar>::min_exponent - limits<Scalar>::digits;
         n < limits<Scalar>::max_exponent; ++n) {
        Scalar const power = pow(Scalar(2), static_cast<Scalar>(n));
        if (n == 0  ? power != 1
            : n > 0 ? power != 2 * pow(Scalar(2), static_cast<Scalar>(n - 1))
                    : 2 * power != pow(Scalar(2), static_cast<Scalar>(n + 1)))
            return false;
    }
    for (int x = 2; x < 40; ++x) {
        std::uint64_t const largest = std::uint64_t{1} << limits<Scalar>::digits;
        auto power = static_cast<std::uint64_t>(x);
        for (int n = 1; power <= largest; ++n, power *= static_cast<std::uint64_t>(x)) {
            auto const expected = static_cast<Scalar>(power);
            if (!gives(static_cast<Scalar>(x), static_cast<Scalar>(n), expected) ||
                !gives(static_cast<Scalar>(-x), static_cast<Scalar>(n),
                       n % 2 == 0 ? expected : -expected) ||
                (n == 2 && !gives(expected, Scalar(0.5), static_cast<Scalar>(x))))
                return false;
        }
    }
    return noexcept(pow(Scalar(2), Scalar(2)));
}

static_assert(zeros<double>() && zeros<float>());
static_assert(ones<double>() && ones<float>());
static_assert(infinities<double>() && infinities<float>());
static_assert(not_numbers<double>() && not_numbers<float>());
static_assert(ends_of_the_range<double>() && ends_of_the_range<float>());
static_assert(pow(-2.0, 3.0) == -8 && pow(0.25F, -1.5F) == 8 && pow(9.0, 0.5) == 3);

constexpr auto function = [](auto x, auto y) { return pow(x, y); };

// In the compiler: within 0.82 ulp of the exact values.
constexpr auto compiled_double = oracle::evaluate(function, oracle::pow_double);
constexpr auto compiled_float = oracle::evaluate(function, oracle::pow_float);
static_assert(oracle::largest_error(compiled_double, oracle::pow_double) <= 820);
static_assert(oracle::largest_error(compiled_float, oracle::pow_float) <= 820);

TEST_CASE("pow has the compiler's bits at run time") {
    CHECK(oracle::count_differences(function, compiled_double, oracle::pow_double) == 0);
    CHECK(oracle::count_differences(function, compiled_float, oracle::pow_float) == 0);
}

TEMPLATE_TEST_CASE("pow keeps its special cases at run time", "", double, float) {
    using check = bool (*volatile)();
    for (check run :
         {static_cast<bool (*)()>(zeros<TestType>), static_cast<bool (*)()>(ones<TestType>),
          static_cast<bool (*)()>(infinities<TestType>),
          static_cast<bool (*)()>(not_numbers<TestType>),
          static_cast<bool (*)()>(ends_of_the_range<TestType>),
          static_cast<bool (*)()>(exact_powers<TestType>)})
        CHECK(run());
}

} // namespace
