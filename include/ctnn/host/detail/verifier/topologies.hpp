#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/verifier/outcome.hpp>
#include <ctnn/host/detail/verifier/verify_property.hpp>
#include <ctnn/host/nnet.hpp>
#include <ctnn/host/proof_options.hpp>
#include <ctnn/host/vnnlib.hpp>
#include <string>
#include <utility>
#include <vector>

CTNN_NAMESPACE(ctnn::host::detail) {

// A type of networks behind functions, so that all but the search is compiled once.
struct topology {
    std::string name{};
    bool (*fits)(nnet const&) = nullptr;
    outcome (*search)(nnet const&, vnnlib const&, proof_options const&, bool is_raw,
                      std::string const& report) = nullptr;
};

// "5-50-50-5"
template <class Network>
std::string topology_name() {
    std::string text = std::to_string(Network::input_size);
    [&]<std::size_t... Place>(std::index_sequence<Place...>) {
        ((text += joined("-", Network::template stage<Place>::output_size)), ...);
    }
    (std::make_index_sequence<Network::depth>{});
    return text;
}

template <class... Networks>
std::vector<topology> topologies_of() {
    return {{topology_name<Networks>(), [](nnet const& file) { return file.fits<Networks>(); },
             [](nnet const& file, vnnlib const& property, proof_options const& options, bool is_raw,
                std::string const& report) {
                 return property_search<Networks>(file, property, options, is_raw, report).run();
             }}...};
}

} // CTNN_NAMESPACE(ctnn::host::detail)
