#pragma once

#include <cstddef>
#include <ctnn/layer/dense.hpp>

namespace ctnn::detail {

// Whether a layer, as it stands in the topology, is a dense one of the library.
template <class Layer>
inline constexpr bool is_dense = false;
template <std::size_t Outputs, class Activation>
inline constexpr bool is_dense<dense<Outputs, Activation>> = true;

} // namespace ctnn::detail
