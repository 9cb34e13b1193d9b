#pragma once

#include <cstdint>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/is_same_network.hpp>

namespace ctnn::detail {

// A set of layers and activations: a bit for each.
constexpr std::uint64_t bit_of(imported_layers one) {
    return std::uint64_t{1} << static_cast<unsigned>(one);
}
constexpr std::uint64_t bit_of(imported_activations one) {
    return std::uint64_t{1} << (32 + static_cast<unsigned>(one));
}
constexpr std::uint64_t set_of(auto... all) {
    return (std::uint64_t{0} | ... | bit_of(all));
}
inline constexpr std::uint64_t set_of_all = ~std::uint64_t{0};

// The layers and activations of a network.
template <class Network>
inline constexpr std::uint64_t set_of_network = [] {
    std::uint64_t made = 0;
    for (auto const& one : described_network<Network>.all)
        made |= set_of(one.layer, one.activation.kind);
    return made;
}();

} // namespace ctnn::detail
