#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/import/parameters/detail/parameter_file_diagnosis.hpp>
#include <ctnn/import/parameters/detail/placed_numbers.hpp>
#include <ctnn/import/parameters/layer_names.hpp>
#include <ctnn/import/parameters/parameter_file_result.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn {
namespace detail {

// How many tensors a file for this network may have.
template <class Network>
inline constexpr std::size_t most_tensors = [] {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < layer_needs_of<Network>.count; ++i)
        sum += needed_layers<Network>[i].most_tensors();
    return sum + 1;
}();

} // namespace detail

/// Reads the parameters of a network whose topology is known from the bytes of a .safetensors, .npz or .pt file: at run
/// time, from flash or a file system, or at compile time. `auto const loaded = ctnn::read_parameters<model>(bytes);`, then
/// `loaded.ok()` and `loaded.network`. With a format, `read_parameters<model, ctnn::safetensors>`, it reads no other, and
/// the program has code for this one only.
///
/// Shape:    bytes: a text_view of the whole file. Options: as for `imported_parameters`.
/// Cost:     a table of the tensors on the stack, less than 100 bytes for each on 32 bits; no heap.
/// Errors:   a file that is broken, or does not fit, gives a problem; nothing is loaded unless all fits.
/// Example:  tests/import/parameters/refusals.cpp
template <class Network, class... Options>
    requires detail::fits<decltype(detail::diagnose_options<Network, Options...>())>
constexpr parameter_file_result<Network> read_parameters(text_view bytes) {
    using options = detail::parameter_options<Options...>;
    parameter_file_result<Network> result;
    std::array<detail::stored_tensor, detail::most_tensors<Network>> tensors{};
    detail::tensor_list list{tensors.data(), tensors.size()};
    options::read(bytes, list);
    auto const& needed = detail::needed_layers<Network>;
    constexpr std::size_t count = detail::layer_needs_of<Network>.count;
    using scalar = typename Network::scalar;
    result.found = detail::find_misfit<scalar>(bytes.data(), list, options::given_names(),
                                               options::takes_16_bits, needed.data(), count);
    if (result.found)
        return result;
    detail::placed_numbers numbers(bytes.data(), list, options::given_names(),
                                   options::takes_16_bits, needed.data(), count);
    detail::for_each_block(
        [&numbers](auto block) {
            for (std::size_t i = 0; i < decltype(block)::size; ++i)
                block.data[i] = static_cast<scalar>(numbers.next());
        },
        result.network);
    return result;
}

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
