#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/export/parameters/detail/file_plan.hpp>
#include <ctnn/import/parameters/detail/parameter_file_diagnosis.hpp>
#include <limits>
#include <type_traits>

namespace ctnn::error {

template <std::size_t Count>
struct layer_names_to_write {
    struct have_a_quote_a_backslash_or_the_name_of_another_layer {};
};
template <std::size_t Bytes>
struct npz_file_of_bytes {
    struct is_longer_than_a_zip_so_write_safetensors {};
};

} // namespace ctnn::error

namespace ctnn::detail {

template <class Network, class Names>
constexpr bool have_names_without_quotes() {
    named_tensors const tensors = tensors_of_network<Network, Names>();
    for (std::size_t i = 0; i < tensors.count; ++i)
        for (char const letter : tensors.name_of(i))
            if (letter == '"' || letter == '\\' || static_cast<unsigned char>(letter) < 32)
                return false;
    return true;
}

// Those of a network that has its layers in their order have no names.
template <class Network, class Names>
constexpr auto diagnose_layers_to_write() {
    if constexpr (std::is_same_v<Names, natural_layer_order>)
        return diagnose_options<Network>();
    else
        return diagnose_options<Network, Names>();
}

// What is wrong with writing a network's parameters in a format.
template <class Network, class Format, class Names>
constexpr auto diagnose_parameter_writing() {
    using scalar = typename Network::scalar;
    using of_layers = decltype(diagnose_layers_to_write<Network, Names>());
    if constexpr (!std::is_same_v<scalar, float> && !std::is_same_v<scalar, double>) {
        return typename error::network_of<
            scalar>::has_parameters_that_are_not_written_so_convert_it_to_float_or_double{};
    } else if constexpr (!fits<of_layers>) {
        return of_layers{};
    } else if constexpr (!have_names_without_quotes<Network, Names>() ||
                         !parameters_in_file<Network, Format, Names>.are_found) {
        return typename error::layer_names_to_write<
            Names::count>::have_a_quote_a_backslash_or_the_name_of_another_layer{};
    } else {
        constexpr std::size_t size = places_in_file<Network, Format, Names>.size;
        if constexpr (std::is_same_v<Format, npz> &&
                      size > (std::numeric_limits<std::uint32_t>::max)())
            return typename error::npz_file_of_bytes<
                size>::is_longer_than_a_zip_so_write_safetensors{};
        else
            return error::none{};
    }
}
template <class Network, class Format, class Names>
using parameter_writing_diagnosis = decltype(diagnose_parameter_writing<Network, Format, Names>());

} // namespace ctnn::detail
