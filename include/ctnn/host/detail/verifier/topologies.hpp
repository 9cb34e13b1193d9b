#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/host/detail/verifier/outcome.hpp>
#include <ctnn/host/detail/verifier/verify_property.hpp>
#include <ctnn/host/nnet.hpp>
#include <ctnn/host/proof_options.hpp>
#include <ctnn/host/vnnlib.hpp>
#include <string>
#include <utility>
#include <vector>

namespace ctnn::host::detail {
CTNN_ARITHMETIC_BEGIN

// One topology as plain functions, so that only the search is compiled anew for each.
struct topology {
    std::string name{};
    bool (*fits)(nnet const&) = nullptr;
    outcome (*search)(nnet const&, vnnlib const&, proof_options const&, bool is_raw,
                      std::string const& report) = nullptr;
};

// "5-50-50-5", as that of a file.
template <class Network>
std::string topology_name() {
    nnet sizes;
    [&]<std::size_t... Place>(std::index_sequence<Place...>) {
        sizes.sizes = {Network::input_size, Network::template stage<Place>::output_size...};
    }
    (std::make_index_sequence<Network::depth>{});
    return sizes.topology();
}

template <class... Networks>
std::vector<topology> topologies_of() {
    return {{topology_name<Networks>(), [](nnet const& file) { return file.fits<Networks>(); },
             [](nnet const& file, vnnlib const& property, proof_options const& options, bool is_raw,
                std::string const& report) {
                 return property_search<Networks>(file, property, options, is_raw, report).run();
             }}...};
}

CTNN_ARITHMETIC_END
} // namespace ctnn::host::detail
