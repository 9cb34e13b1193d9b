#include <ctnn/number/dual.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <iterator>
#include <limits>
#include <type_traits>

#include "../catch.hpp"
#include "dual_values.hpp"

namespace {

using ctnn::dual;
namespace math = ctnn::math;

// Only a structural type can be a template's argument (clang before 18 knows none with floats).
#if !defined(__clang__) || __clang_major__ >= 18
template <dual<float> x>
constexpr float value_of = x.value;
static_assert(value_of<dual<float>{2.0f, 1.0f}> == 2.0f);
#endif

template <class T>
constexpr bool is_a_scalar =
    std::regular<T>&& std::totally_ordered<T>&& std::is_trivially_copyable_v<T>&&
        std::is_standard_layout_v<T>&& std::is_trivially_default_constructible_v<T>&&
            std::is_constructible_v<T, int>&& std::is_constructible_v<T, double>&&
                std::is_constructible_v<T, float> &&
    !std::is_convertible_v<double, T>;

static_assert(ctnn::concepts::scalar<dual<float>>);
static_assert(ctnn::concepts::scalar<dual<dual<double>>>);
static_assert(is_a_scalar<dual<float>>);
static_assert(is_a_scalar<dual<double>>);
static_assert(is_a_scalar<dual<dual<double>>>);
static_assert(sizeof(dual<float>) == 2 * sizeof(float));
static_assert(dual<double>{} == dual<double>(0.0, 0.0));
static_assert(static_cast<dual<float>>(0.5) == dual<float>(0.5f, 0.0f));
static_assert(static_cast<dual<dual<double>>>(2) == dual<dual<double>>{{2, 0}, {0, 0}});

// The functions as user code would write them: any scalar, found by argument or in ctnn::math.
#define CTNN_TEST_FUNCTION(name)                                                                   \
    struct name##_function {                                                                       \
        template <class T>                                                                         \
        constexpr T operator()(T const& x) const {                                                 \
            using math::name;                                                                      \
            return name(x);                                                                        \
        }                                                                                          \
    };
CTNN_TEST_FUNCTION(abs)
CTNN_TEST_FUNCTION(cos)
CTNN_TEST_FUNCTION(erf)
CTNN_TEST_FUNCTION(exp)
CTNN_TEST_FUNCTION(expm1)
CTNN_TEST_FUNCTION(log)
CTNN_TEST_FUNCTION(log1p)
CTNN_TEST_FUNCTION(sin)
CTNN_TEST_FUNCTION(sqrt)
CTNN_TEST_FUNCTION(tanh)
#undef CTNN_TEST_FUNCTION

struct root_function {
    template <class T>
    constexpr T operator()(T const& x) const {
        using math::pow;
        return pow(x, static_cast<T>(2.5));
    }
};

struct cube_function {
    template <class T>
    constexpr T operator()(T const& x) const {
        using math::pow;
        return pow(x, static_cast<T>(3));
    }
};

struct own_power_function {
    template <class T>
    constexpr T operator()(T const& x) const {
        using math::pow;
        return pow(x, x);
    }
};

struct power_of_three_function {
    template <class T>
    constexpr T operator()(T const& x) const {
        using math::pow;
        return pow(static_cast<T>(3), x);
    }
};

struct sums_function {
    template <class T>
    constexpr T operator()(T const& x) const {
        T result = x;
        result += x * x;
        result -= static_cast<T>(3) - x;
        return -result;
    }
};

struct quotient_function {
    template <class T>
    constexpr T operator()(T const& x) const {
        T square = x;
        square *= x;
        T result = x;
        result /= static_cast<T>(1) + square;
        return result;
    }
};

struct composite_function {
    template <class T>
    constexpr T operator()(T const& x) const {
        using math::exp, math::log, math::sqrt, math::tanh;
        return tanh(x * exp(-x) / (static_cast<T>(1) + x * x)) -
               log(static_cast<T>(2) + x) * sqrt(static_cast<T>(3) + x);
    }
};

// The first point where value, first or second derivative is further from the oracle's than
// `roundings` rounding errors of its size, plus `scale` of them where terms cancel; `points` if
// none.
template <class T, class function, std::size_t points>
constexpr std::size_t first_wrong(function f, dual_values::point const (&expected)[points],
                                  double roundings, double scale) {
    auto const close = [=](T computed, double exact) {
        double const error = math::abs(static_cast<double>(computed) - exact);
        double const bound = roundings * (math::abs(exact) + scale);
        return error <= bound * static_cast<double>(std::numeric_limits<T>::epsilon());
    };
    for (std::size_t i = 0; i != points; ++i) {
        T const x = static_cast<T>(expected[i].x);
        T const one = static_cast<T>(1);
        T const zero = static_cast<T>(0);
        dual<T> const once = f(dual<T>{x, one});
        dual<dual<T>> const twice = f(dual<dual<T>>{{x, one}, {one, zero}});
        bool const fits = once.value == f(x) && close(once.value, expected[i].value) &&
                          close(once.derivative, expected[i].first) && twice.value == once &&
                          close(twice.derivative.value, expected[i].first) &&
                          close(twice.derivative.derivative, expected[i].second);
        if (!fits)
            return i;
    }
    return points;
}

// So that an optimizing compiler does not compute the test while it compiles.
template <class function>
struct at_run_time {
    template <class T>
    T operator()(T const& x) const {
        T const volatile hidden = x;
        return function{}(static_cast<T>(hidden));
    }
    template <class T>
    dual<T> operator()(dual<T> const& x) const {
        return function{}(dual<T>{hide(x.value), hide(x.derivative)});
    }

private:
    template <class T>
    static T hide(T const& x) {
        T const volatile hidden = x;
        return hidden;
    }
    template <class T>
    static dual<T> hide(dual<T> const& x) {
        return {hide(x.value), hide(x.derivative)};
    }
};

template <class function, std::size_t points>
constexpr auto all_figures(function f, dual_values::point const (&arguments)[points]) {
    std::array<dual<dual<double>>, points> result{};
    for (std::size_t i = 0; i != points; ++i)
        result[i] = f(dual<dual<double>>{{arguments[i].x, 1.0}, {1.0, 0.0}});
    return result;
}

} // namespace

// The compiler computes all of it once, and then the machine must find the same figures.
#define CTNN_TEST_DERIVATIVES(name, roundings, scale)                                              \
    static_assert(first_wrong<float>(name##_function{}, dual_values::name, roundings, scale) ==    \
                  std::size(dual_values::name));                                                   \
    TEST_CASE("derivatives of " #name, "[number]") {                                               \
        std::size_t const points = std::size(dual_values::name);                                   \
        at_run_time<name##_function> const function;                                               \
        CHECK(first_wrong<double>(function, dual_values::name, roundings, scale) == points);       \
        CHECK(first_wrong<float>(function, dual_values::name, roundings, scale) == points);        \
        static constexpr auto compiled = all_figures(name##_function{}, dual_values::name);        \
        CHECK(compiled == all_figures(function, dual_values::name));                               \
    }

CTNN_TEST_DERIVATIVES(sums, 4, 10)
CTNN_TEST_DERIVATIVES(quotient, 4, 1)
CTNN_TEST_DERIVATIVES(abs, 0, 0)
CTNN_TEST_DERIVATIVES(exp, 1, 0)
CTNN_TEST_DERIVATIVES(expm1, 1, 0)
CTNN_TEST_DERIVATIVES(log, 2, 0)
CTNN_TEST_DERIVATIVES(log1p, 2, 0)
CTNN_TEST_DERIVATIVES(sqrt, 2, 0)
CTNN_TEST_DERIVATIVES(tanh, 6, 1)
CTNN_TEST_DERIVATIVES(erf, 40, 0) // exp magnifies the rounding of x * x, 36 at most here
CTNN_TEST_DERIVATIVES(sin, 1, 0)
CTNN_TEST_DERIVATIVES(cos, 1, 0)
CTNN_TEST_DERIVATIVES(root, 3, 0)
CTNN_TEST_DERIVATIVES(cube, 3, 0)
CTNN_TEST_DERIVATIVES(own_power, 8, 0)
CTNN_TEST_DERIVATIVES(power_of_three, 4, 0)
CTNN_TEST_DERIVATIVES(composite, 8, 4)

TEST_CASE("the derivative of tanh keeps its digits far from 0", "[number]") {
    for (auto const& [x, value, first, second] : dual_values::tanh) {
        double const derivative = tanh(dual<double>{x, 1.0}).derivative;
        CHECK(math::abs(derivative - first) <= 4 * 0x1p-52 * first);
    }
}

TEST_CASE("a dual is ordered by value and equal by both", "[number]") {
    dual<double> const small{1.0, 5.0};
    dual<double> const great{2.0, -5.0};
    dual<double> const other{1.0, 6.0};
    CHECK(small < great);
    CHECK(great > small);
    CHECK(small <= other);
    CHECK(small >= other);
    CHECK_FALSE(small < other);
    CHECK_FALSE(small > other);
    CHECK_FALSE(great <= small);
    CHECK_FALSE(small >= great);
    CHECK(small != other);
    CHECK(small == dual<double>{1.0, 5.0});
}

TEST_CASE("the derivative of one variable passes others by", "[number]") {
    dual<double> const x{3.0, 1.0};
    dual<double> const constant(4.0);
    CHECK(x + constant == dual<double>{7.0, 1.0});
    CHECK(x - constant == dual<double>{-1.0, 1.0});
    CHECK(constant - x == dual<double>{1.0, -1.0});
    CHECK(x * constant == dual<double>{12.0, 4.0});
    CHECK(x / constant == dual<double>{0.75, 0.25});
    CHECK(constant / dual<double>{2.0, 1.0} == dual<double>{2.0, -1.0});
    CHECK(exp(dual<double>(0.0)) == dual<double>(1.0));
}

TEST_CASE("special values of duals", "[number]") {
    double const infinity = std::numeric_limits<double>::infinity();
    double const nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(abs(dual<double>{0.0, 3.0}) == dual<double>{0.0, 0.0});
    CHECK(abs(dual<double>{-0.0, 3.0}) == dual<double>{0.0, 0.0});
    CHECK(math::is_nan(abs(dual<double>{nan, 3.0}).derivative));
    CHECK(is_nan(dual<double>{nan, 3.0}));
    CHECK(is_nan(dual<double>{3.0, nan}));
    CHECK_FALSE(is_nan(dual<double>{3.0, infinity}));
    CHECK(is_finite(dual<double>{3.0, 4.0}));
    CHECK_FALSE(is_finite(dual<double>{infinity, 4.0}));
    CHECK_FALSE(is_finite(dual<double>{3.0, infinity}));
    CHECK(log(dual<double>{0.0, 1.0}) == dual<double>{-infinity, infinity});
    CHECK(sqrt(dual<double>{0.0, 1.0}) == dual<double>{0.0, infinity});
    static_assert(sqrt(dual<double>{0.0, 0.0}) == dual<double>{0.0, 0.0});
    static_assert(sqrt(dual<dual<double>>{{0, 0}, {0, 0}}) == dual<dual<double>>{{0, 0}, {0, 0}});
    CHECK(sqrt(dual<double>{infinity, 0.0}) == dual<double>{infinity, 0.0});
    CHECK(pow(dual<double>{0.0, 1.0}, dual<double>(0.0)) == dual<double>{1.0, 0.0});
    CHECK(pow(dual<double>{0.0, 1.0}, dual<double>(1.0)) == dual<double>{0.0, 1.0});
    CHECK(pow(dual<double>{-2.0, 1.0}, dual<double>(-1.0)) == dual<double>{-0.5, -0.25});
    CHECK(is_nan(pow(dual<double>(-2.0), dual<double>{2.0, 1.0})));
    CHECK(tanh(dual<double>{-400.0, 1.0}) == dual<double>{-1.0, 0.0});
    CHECK(tanh(dual<double>{400.0, 1.0}) == dual<double>{1.0, 0.0});
}
