// float16 and bfloat16 are read if they are asked for, without rounding.
#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>
#include <limits>

#include "import/safetensors_file.hpp"
#include "onnx_archive_files.hpp" // made by embed_folder.cmake

namespace {

using namespace ctnn;
using namespace archive_files;
using kinds = parameter_file_problem::kinds;
using net = network<float, input<3>, dense<2>>;
using of_two = network<float, input<2>, dense<1>>;

static_assert(imported_parameters<net, halves_pt, half_precision> ==
              imported_parameters<net, views_pt>);
static_assert(imported_parameters<net, bfloats_pt, half_precision> ==
              imported_parameters<net, views_pt>);
static_assert(imported_parameters<net, halves_npz, half_precision> ==
              imported_parameters<net, views_pt>);

constexpr auto file_of(text_view type, unsigned first, unsigned second) {
    return safetensors_file::model().words("0.weight", type, {1, 2}, {first, second}).file();
}
// Two numbers of 16 bits, as floats.
std::array<float, 2> numbers_of(text_view type, unsigned first, unsigned second) {
    auto const loaded = read_parameters<of_two, half_precision>(file_of(type, first, second));
    CHECK(loaded.ok());
    auto const& weights = loaded.network.layer<0>().weights.values;
    return {weights[0], weights[1]};
}
bool is_refused(text_view type, unsigned number) {
    return read_parameters<of_two, half_precision>(file_of(type, 0, number)).problem().kind ==
           kinds::layer_holds_a_nan_or_an_infinity;
}

} // namespace

TEST_CASE("Numbers of 16 bits are refused, unless they are asked for", "[import]") {
    for (text_view const file : {halves_pt, bfloats_pt, halves_npz}) {
        auto const problem = read_parameters<net>(file).problem();
        CHECK(problem.kind == kinds::tensor_has_numbers_of_16_bits);
        CHECK(problem.tensor == "0.weight");
        CHECK(problem.message() ==
              "a tensor has 16-bit numbers: save it as float32, or ask for half_precision");
        CHECK(read_parameters<net, half_precision>(file).network ==
              imported_parameters<net, views_pt>);
    }
}

TEST_CASE("Each half is the float that it is", "[import]") {
    // The numbers of IEEE 754: the smallest one, the largest subnormal one, the smallest normal one, 1/3, the largest one.
    CHECK(numbers_of("F16", 0x0001, 0x03ff) == std::array{0x1p-24f, 0x3ffp-24f});
    CHECK(numbers_of("F16", 0x0400, 0x8400) == std::array{0x1p-14f, -0x1p-14f});
    CHECK(numbers_of("F16", 0x3555, 0x7bff) == std::array{0.333251953125f, 65504.0f});
    CHECK(numbers_of("F16", 0xbc00, 0x83ff) == std::array{-1.0f, -0x3ffp-24f});
    CHECK(__builtin_signbit(numbers_of("F16", 0x8000, 0)[0]));
    CHECK(is_refused("F16", 0x7c00));
    CHECK(is_refused("F16", 0xfc00));
    CHECK(is_refused("F16", 0x7c01));
}

TEST_CASE("Each bfloat16 is the float that it is", "[import]") {
    CHECK(numbers_of("BF16", 0x3f80, 0xc049) == std::array{1.0f, -3.140625f});
    CHECK(numbers_of("BF16", 0x0001, 0x7f7f) == std::array{0x1p-133f, 0x1.fep127f});
    CHECK(is_refused("BF16", 0x7f80));
    CHECK(is_refused("BF16", 0x7fc0));
}
