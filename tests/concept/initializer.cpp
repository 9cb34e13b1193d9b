#include <ctnn/concept/initializer.hpp>

#include <ctnn/initializer/glorot_normal.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/initializer/he_normal.hpp>
#include <ctnn/initializer/he_uniform.hpp>
#include <ctnn/initializer/uniform.hpp>
#include <ctnn/initializer/zeros.hpp>

#include "../catch.hpp"

namespace {

using ctnn::concepts::initializer;
using ctnn::random::mt19937;

struct constant {
    double value;
    constexpr double draw(mt19937&, std::size_t, std::size_t) const { return value; }
};
struct without_fans {
    static constexpr double draw(mt19937&) { return 0; }
};
struct in_float {
    static constexpr float draw(mt19937&, std::size_t, std::size_t) { return 0; }
};
struct that_changes {
    constexpr double draw(mt19937&, std::size_t, std::size_t) { return value += 1; }
    double value = 0;
};

} // namespace

TEST_CASE("what models an initializer", "[concept]") {
    STATIC_REQUIRE(initializer<ctnn::glorot_normal>);
    STATIC_REQUIRE(initializer<ctnn::glorot_uniform>);
    STATIC_REQUIRE(initializer<ctnn::he_normal>);
    STATIC_REQUIRE(initializer<ctnn::he_uniform>);
    STATIC_REQUIRE(initializer<ctnn::uniform>);
    STATIC_REQUIRE(initializer<ctnn::zeros>);
    STATIC_REQUIRE(initializer<constant>);
}

TEST_CASE("what does not model an initializer", "[concept]") {
    STATIC_REQUIRE(!initializer<double>);
    STATIC_REQUIRE(!initializer<mt19937>);
    STATIC_REQUIRE(!initializer<without_fans>);
    STATIC_REQUIRE(!initializer<in_float>);
    STATIC_REQUIRE(!initializer<that_changes>);
}
