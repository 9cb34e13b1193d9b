// .pt and .npz files of one dense layer of 3 -> 2, which tests/oracles/archive_files.py makes: what is read, and what is
// refused with its cure.
#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>
#include <vector>

#include "import/safetensors_file.hpp"
#include "onnx_archive_files.hpp" // made by embed_folder.cmake

namespace {

using namespace ctnn;
using namespace archive_files;
using kinds = parameter_file_problem::kinds;
using net = network<float, input<3>, dense<2>>;

constexpr net expected{dense<2>::bound<float, 3>::parameters{
    {{-0.5f, 0.25f}, {-0.25f, 0.5f}, {0, 0.75f}}, {3, -0.25f}}};

// Bytes of the heap, so that the sanitizer sees a read beyond them.
template <class... Options>
parameter_file_problem problem_of(text_view file) {
    std::vector<char> const copy(file.begin(), file.end());
    auto const loaded = read_parameters<net, Options...>({copy.data(), copy.size()});
    CHECK(loaded.network == (loaded.ok() ? expected : net{}));
    return loaded.problem();
}
template <class... Options>
kinds kind_of(text_view file) {
    return problem_of<Options...>(file).kind;
}

// Tensors that are views of one storage, an array in the order of Fortran, sizes in 64 bits: as constants.
static_assert(imported_parameters<net, views_pt> == expected);
static_assert(imported_parameters<net, nested_pt> == expected);
static_assert(imported_parameters<net, fortran_npz> == expected);
static_assert(imported_parameters<net, large_npz> == expected);

} // namespace

TEST_CASE("Files of PyTorch with more than plain tensors in a row are read", "[import]") {
    for (text_view const file : {views_pt, parameters_pt, nested_pt, little_endian_pt})
        CHECK(kind_of(file) == kinds::none);
}

TEST_CASE("Files of PyTorch that hold no state_dict are refused with the cure", "[import]") {
    for (text_view const file : {optimizer_pt, module_pt, tensor_pt})
        CHECK(problem_of(file).message() ==
              "the file holds more than a state_dict: torch.save(model.state_dict(), path)");
    CHECK(problem_of(script_pt).message() ==
          "the file is TorchScript: torch.save(torch.jit.load(path).state_dict(), path)");
    CHECK(problem_of(old_pt).message() ==
          "the file is of PyTorch before 1.6: torch.save(torch.load(path), path)");
    CHECK(problem_of(big_endian_pt).message() ==
          "the file has big-endian numbers: save it with little-endian ones");
    CHECK(kind_of(integers_pt) == kinds::tensor_has_numbers_that_are_not_read);
    CHECK(kind_of(dimensions_pt) == kinds::tensor_is_not_used);
    CHECK(kind_of(short_pt) == kinds::file_is_cut_off_or_of_another_format);
    CHECK(kind_of(lacking_pt) == kinds::file_is_cut_off_or_of_another_format);
}

TEST_CASE("Files of numpy are read in all versions and orders", "[import]") {
    for (text_view const file : {fortran_npz, versions_npz, without_npy_npz, large_npz})
        CHECK(kind_of(file) == kinds::none);
}

TEST_CASE("Files of numpy that are not read are refused with the cure", "[import]") {
    CHECK(problem_of(compressed_npz).message() ==
          "the file is compressed: save it by np.savez, not np.savez_compressed");
    CHECK(kind_of(big_endian_npz) == kinds::file_is_big_endian);
    CHECK(kind_of(records_npz) == kinds::tensor_has_numbers_that_are_not_read);
    CHECK(kind_of(short_npz) == kinds::file_is_cut_off_or_of_another_format);
    CHECK(kind_of(text_npz) == kinds::file_is_cut_off_or_of_another_format);
    CHECK(problem_of(other_npz).message() ==
          "the file is a zip without arrays of numpy and without tensors of PyTorch");
    // Arrays without names are arr_0 and arr_1.
    auto const unnamed = read_parameters<net>(unnamed_npz).problem();
    CHECK(unnamed.kind == kinds::tensor_is_missing);
    CHECK(unnamed.tensor == "weight");
}

TEST_CASE("A .pt or .npz file that is cut off loads nothing, wherever it ends", "[import]") {
    for (text_view const file : {views_pt, versions_npz})
        for (std::size_t size = 0; size < file.size(); ++size) {
            CAPTURE(size);
            CHECK(kind_of({file.data(), size}) == kinds::file_is_cut_off_or_of_another_format);
        }
}

TEST_CASE("A reader of one format refuses the others", "[import]") {
    static constexpr auto tensors =
        safetensors_file::model()
            .tensor("0.weight", {2, 3}, {-0.5, -0.25, 0, 0.25, 0.5, 0.75})
            .tensor("0.bias", {2}, {3, -0.25})
            .file();
    CHECK(kind_of<safetensors>(tensors) == kinds::none);
    CHECK(kind_of<npz>(versions_npz) == kinds::none);
    CHECK(kind_of<pytorch>(views_pt) == kinds::none);
    CHECK(kind_of<npz, layer_names<"0">, pytorch>(views_pt) == kinds::none);
    CHECK(kind_of<safetensors>(views_pt) == kinds::file_is_cut_off_or_of_another_format);
    CHECK(kind_of<pytorch>(versions_npz) == kinds::file_is_cut_off_or_of_another_format);
    CHECK(kind_of<npz>(views_pt) == kinds::file_is_cut_off_or_of_another_format);
    CHECK(kind_of<npz, pytorch>(tensors) == kinds::file_is_cut_off_or_of_another_format);
}
