// What is refused of a file of parameters, and at which tensor. (tests/compile_fail has the compiler's sentences.)
#include "import/safetensors_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>
#include <limits>
#include <vector>

namespace {

using namespace ctnn;
using safetensors_file::model;
using kinds = parameter_file_problem::kinds;
using one = network<float, input<2>, dense<1>>;
using two = network<float, input<2>, dense<1, relu>, dense<1>>;

// Bytes of the heap, so that the sanitizer sees a read beyond them.
template <class Network, class... Names>
parameter_file_problem problem_of(text_view file) {
    std::vector<char> const copy(file.begin(), file.end());
    auto const loaded = read_parameters<Network, Names...>({copy.data(), copy.size()});
    CHECK(loaded.ok() == (loaded.problem().kind == kinds::none));
    if (!loaded.ok())
        CHECK(loaded.network == Network{});
    auto found = loaded.problem();
    found.tensor = found.layer_name = {}; // letters of the copy
    return found;
}
template <class Network>
kinds kind_of(text_view file) {
    return problem_of<Network>(file).kind;
}

constexpr auto fits = model().tensor("0.weight", {1, 2}, {1, 2}).tensor("0.bias", {1}, {3});

// PyTorch normalizes a sequence with channels first. Whether it turns it back before it flattens it, no file says.
template <class... Layers>
constexpr bool has_a_known_order() {
    return detail::layer_needs_of<network<float, input<5, 3>, Layers...>>.unread ==
           detail::unread_layers::none;
}
static_assert(!has_a_known_order<batch_norm, flatten, dense<2>>());
static_assert(!has_a_known_order<over_time<dense<2>>, prelu, dense<2>>());
static_assert(!has_a_known_order<residual<batch_norm>, dense<2>>());
static_assert(has_a_known_order<batch_norm, conv1d<2, kernel_size<2>>, dense<2>>());
static_assert(has_a_known_order<conv1d<2, kernel_size<2>>, batch_norm, flatten, dense<2>>());
static_assert(has_a_known_order<lstm<2>, batch_norm, lstm<2>, last_step, dense<2>>());

} // namespace

TEST_CASE("A file of parameters that fits is loaded", "[import]") {
    auto const file = safetensors_file::two_layers().file();
    auto const loaded = read_parameters<two>(file);
    REQUIRE(loaded.ok());
    CHECK(loaded.problem().message() == "the file has no problem");
    CHECK(loaded.network.layer<0>().weights == matrix<float, 2, 1>{{1}, {2}});
    CHECK(loaded.network.layer<1>().biases == std::array{5.0f});
}

TEST_CASE("A file of parameters that is cut off loads nothing, wherever it ends", "[import]") {
    auto const file = fits.file();
    for (std::size_t size = 0; size < file.size(); ++size) {
        CAPTURE(size);
        CHECK(kind_of<one>({file.data(), size}) == kinds::file_is_cut_off_or_of_another_format);
    }
    auto longer = file;
    longer.add("x");
    CHECK(kind_of<one>(longer) == kinds::file_is_cut_off_or_of_another_format);
}

TEST_CASE("A header that is no header is refused", "[import]") {
    for (text_view const header :
         {text_view("\"a\":1"), text_view("\"a\":{\"dtype\":\"F32\"}"), text_view("a"),
          text_view("\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}"),
          text_view("\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[1,0]}"),
          text_view("\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0]}"),
          text_view("\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,0]}"),
          text_view("\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,0]}"),
          text_view("\"a\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999999],"
                    "\"data_offsets\":[0,0]}"),
          text_view("\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296,4294967296],"
                    "\"data_offsets\":[0,0]}"),
          text_view("\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0],\"b\":[]}"),
          text_view("\"__metadata__\":[]"), text_view("\"__metadata__\":{\"a\":1}"),
          text_view("\"a\\")}) {
        CAPTURE(header);
        CHECK(kind_of<one>(model().text(header).file()) ==
              kinds::file_is_cut_off_or_of_another_format);
    }
}

TEST_CASE("Metadata, blanks and an empty header are no problem of the format", "[import]") {
    CHECK(kind_of<one>(model().text(" ").file()) == kinds::layer_is_missing);
    CHECK(kind_of<one>(model().text("\"__metadata__\" : { } ").file()) == kinds::layer_is_missing);
    auto const described = model()
                               .text("\"__metadata__\": {\"a \\\" b\": \"}\"}")
                               .tensor("0.weight", {1, 2}, {1, 2})
                               .tensor("0.bias", {1}, {3});
    CHECK(kind_of<one>(described.file()) == kinds::none);
}

TEST_CASE("A tensor that does not fit is named, with both shapes", "[import]") {
    static constexpr auto file =
        model().tensor("0.weight", {2, 1}, {1, 2}).tensor("0.bias", {1}, {3}).file();
    constexpr auto found = read_parameters<one>(file).found;
    CHECK(found.kind == kinds::tensor_has_another_shape);
    CHECK(found.tensor == "0.weight");
    CHECK(found.layer == 0);
    CHECK(found.found_rank == 2);
    CHECK(found.found == std::array<std::size_t, 4>{2, 1});
    CHECK(found.needed_rank == 2);
    CHECK(found.needed == std::array<std::size_t, 4>{1, 2});
    CHECK(kind_of<one>(model().tensor("0.weight", {1, 2, 1}, {1, 2}).file()) ==
          kinds::tensor_has_another_shape);
    CHECK(kind_of<one>(model().tensor("0.weight", {1, 2, 1, 1, 1}, {1, 2}).file()) ==
          kinds::tensor_has_another_shape);
    CHECK(kind_of<one>(
              model().tensor("0.weight", {1, 2}, {1, 2}).tensor("0.bias", {2}, {1, 2}).file()) ==
          kinds::tensor_has_another_shape);
}

TEST_CASE("Tensors that are missing, or that no layer uses, are named", "[import]") {
    static constexpr auto without_weights = model().tensor("0.bias", {1}, {3}).file();
    constexpr auto missing = read_parameters<one>(without_weights).found;
    CHECK(missing.kind == kinds::tensor_is_missing);
    CHECK(missing.layer_name == "0");
    CHECK(missing.tensor == "weight");

    static constexpr auto with_more = model()
                                          .tensor("0.weight", {1, 2}, {1, 2})
                                          .tensor("0.bias", {1}, {3})
                                          .tensor("0.scale", {1}, {4})
                                          .file();
    constexpr auto unused = read_parameters<one>(with_more).found;
    CHECK(unused.kind == kinds::tensor_is_not_used);
    CHECK(unused.tensor == "0.scale");

    CHECK(kind_of<two>(fits.file()) == kinds::layer_is_missing);
    CHECK(read_parameters<two>(fits.file()).found.layer == 1);
    CHECK(kind_of<one>(safetensors_file::two_layers().file()) ==
          kinds::file_has_more_tensors_than_the_network);
    CHECK(kind_of<one>(model().tensor("0.weight", {1, 2}, {1, 2}).tensor("1.a", {}, {0}).file()) ==
          kinds::tensor_is_not_used);
}

TEST_CASE("Without a tensor of biases, they are zeros", "[import]") {
    auto const loaded = read_parameters<one>(model().tensor("0.weight", {1, 2}, {1, 2}).file());
    REQUIRE(loaded.ok());
    CHECK(loaded.network.layer<0>().biases == std::array{0.0f});
}

TEST_CASE("Numbers that are not read, or are none, are refused", "[import]") {
    constexpr float infinity = std::numeric_limits<float>::infinity();
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    CHECK(kind_of<one>(model().zeros("0.weight", "F16", {1, 2}, 4).file()) ==
          kinds::tensor_has_numbers_of_16_bits);
    CHECK(kind_of<one>(model().zeros("0.weight", "BF16", {1, 2}, 4).file()) ==
          kinds::tensor_has_numbers_of_16_bits);
    CHECK(kind_of<one>(model().zeros("0.weight", "I64", {1, 2}, 16).file()) ==
          kinds::tensor_has_numbers_that_are_not_read);
    for (float const number : {infinity, -infinity, nan})
        CHECK(kind_of<one>(model().tensor("0.weight", {1, 2}, {1, number}).file()) ==
              kinds::layer_holds_a_nan_or_an_infinity);
    CHECK(
        kind_of<two>(
            model().tensor("0.weight", {1, 2}, {1, 2}).tensor("1.weight", {1, 1}, {nan}).file()) ==
        kinds::layer_holds_a_nan_or_an_infinity);
    // A double that is none as a float.
    auto const large = model().doubles("0.weight", {1, 2}, {1, 1e300}).file();
    CHECK(kind_of<one>(large) == kinds::layer_holds_a_nan_or_an_infinity);
    CHECK(kind_of<network<double, input<2>, dense<1>>>(large) == kinds::none);
}

TEST_CASE("Doubles are read", "[import]") {
    static constexpr auto file = model().doubles("0.weight", {1, 2}, {0.1, 2}).file();
    using of_double = network<double, input<2>, dense<1>>;
    STATIC_REQUIRE(imported_parameters<of_double, file>.layer<0>().weights.values[0] == 0.1);
    STATIC_REQUIRE(imported_parameters<one, file>.layer<0>().weights.values[0] == 0.1f);
    CHECK(read_parameters<of_double>(file).network == imported_parameters<of_double, file>);
    CHECK(read_parameters<one>(file).network == imported_parameters<one, file>);
}

TEST_CASE("HDF5 is refused with the cure", "[import]") {
    text_view const hdf5("\x89HDF\r\n\x1a\n0123456789", 18);
    CHECK(kind_of<one>(hdf5) == kinds::file_is_hdf5);
    CHECK(read_parameters<one>(hdf5).found.message() ==
          "the file is HDF5: export the model as ONNX");
}

TEST_CASE("Layers whose names are not numbered need a list", "[import]") {
    auto const file =
        model().tensor("out.weight", {1, 1}, {4}).tensor("hidden.weight", {1, 2}, {1, 2}).file();
    CHECK(kind_of<two>(file) == kinds::names_have_no_order);
    auto const loaded = read_parameters<two, layer_names<"hidden", "out">>(file);
    REQUIRE(loaded.ok());
    CHECK(loaded.network.layer<1>().weights == matrix<float, 1, 1>{{4}});
    CHECK(problem_of<two, layer_names<"hidden", "output">>(file).kind == kinds::tensor_is_missing);
    CHECK(problem_of<one, layer_names<"hidden">>(file).kind == kinds::tensor_is_not_used);
}

TEST_CASE("Numbers in names count as numbers", "[import]") {
    auto const file =
        model().tensor("net.10.weight", {1, 1}, {4}).tensor("net.9.weight", {1, 2}, {1, 2}).file();
    CHECK(read_parameters<two>(file).ok());
    // One layer needs no number, nor a name.
    CHECK(kind_of<one>(model().tensor("weight", {1, 2}, {1, 2}).file()) == kinds::none);
}
