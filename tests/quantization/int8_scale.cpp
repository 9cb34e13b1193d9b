#include <ctnn/quantization/int8_scale.hpp>

#include <cstdint>
#include <limits>

#include "../catch.hpp"

namespace {

constexpr ctnn::int8_scale<float> scale{0.5F, 2.0F, -28};
static_assert(scale.quantized(0) == -28 && scale.value(-28) == 0);
static_assert(scale.quantized(10) == -8 && scale.value(-8) == 10);
static_assert(scale.quantized(0.25F) == -27 && scale.quantized(-0.25F) == -29);
static_assert(scale.quantized(0.2F) == -28 && scale.quantized(-0.2F) == -28);

// Just below a tie, half a step more is one step in floats.
static_assert(scale.quantized(0x1.fffffep-3F) == -28 && scale.quantized(-0x1.fffffep-3F) == -28);
static_assert(ctnn::int8_scale<double>{}.quantized(0x1.fffffffffffffp-2) == 0);

static_assert(scale.quantized(std::numeric_limits<float>::quiet_NaN()) == -28);

constexpr float infinity = std::numeric_limits<float>::infinity();

} // namespace

TEST_CASE("beyond the ends", "[quantization]") {
    CHECK(scale.quantized(1000) == 127);
    CHECK(scale.quantized(-1000) == -128);
    CHECK(scale.quantized(infinity) == 127);
    CHECK(scale.quantized(-infinity) == -128);
    CHECK(scale.quantized(std::numeric_limits<float>::max()) == 127);
    CHECK(scale.quantized(std::numeric_limits<float>::quiet_NaN()) == -28);
    CHECK(scale.value(127) == 77.5F);
}

TEST_CASE("integers to numbers and back", "[quantization]") {
    for (int q = -128; q < 128; ++q)
        CHECK(scale.quantized(scale.value(static_cast<std::int8_t>(q))) == q);
}
