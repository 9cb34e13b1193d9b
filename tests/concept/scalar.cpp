#include <ctnn/concept/scalar.hpp>

#include <complex>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/dual.hpp>
#include <string>

#include "../catch.hpp"

namespace scalars {

// A number of the user's: a double that counts its operations would look like this.
struct wrapped {
    double value;

    wrapped() = default;
    explicit constexpr wrapped(double number) : value(number) {}
    friend constexpr wrapped operator+(wrapped a, wrapped b) { return wrapped(a.value + b.value); }
    friend constexpr wrapped operator-(wrapped a, wrapped b) { return wrapped(a.value - b.value); }
    friend constexpr wrapped operator*(wrapped a, wrapped b) { return wrapped(a.value * b.value); }
    friend constexpr wrapped operator/(wrapped a, wrapped b) { return wrapped(a.value / b.value); }
    constexpr wrapped operator-() const { return wrapped(-value); }
    constexpr wrapped& operator+=(wrapped other) { return *this = *this + other; }
    constexpr wrapped& operator-=(wrapped other) { return *this = *this - other; }
    constexpr wrapped& operator*=(wrapped other) { return *this = *this * other; }
    friend constexpr auto operator<=>(wrapped const&, wrapped const&) = default;
};

struct no_division : wrapped {
    using wrapped::wrapped;
    friend void operator/(no_division, no_division) = delete;
};
struct no_order {
    double value;
    friend bool operator==(no_order const&, no_order const&) = default;
};

} // namespace scalars

namespace {

using ctnn::concepts::scalar;
using scalars::wrapped;

using model = ctnn::network<wrapped, ctnn::input<1>, ctnn::dense<1>>;
constexpr model line{{{{wrapped(2)}}, {wrapped(0.5)}}};
static_assert(line({wrapped(3)})[0] == wrapped(6.5));

} // namespace

TEST_CASE("what models a scalar", "[concept]") {
    STATIC_REQUIRE(scalar<float>);
    STATIC_REQUIRE(scalar<double>);
    STATIC_REQUIRE(scalar<long double>);
    STATIC_REQUIRE(scalar<ctnn::dual<float>>);
    STATIC_REQUIRE(scalar<ctnn::dual<ctnn::dual<double>>>);
    STATIC_REQUIRE(scalar<wrapped>);
}

TEST_CASE("what does not model a scalar", "[concept]") {
    STATIC_REQUIRE(!scalar<int>);
    STATIC_REQUIRE(!scalar<bool>);
    STATIC_REQUIRE(!scalar<double const>);
    STATIC_REQUIRE(!scalar<double&>);
    STATIC_REQUIRE(!scalar<double*>);
    STATIC_REQUIRE(!scalar<std::complex<double>>);
    STATIC_REQUIRE(!scalar<std::string>);
    STATIC_REQUIRE(!scalar<scalars::no_division>);
    STATIC_REQUIRE(!scalar<scalars::no_order>);
}
