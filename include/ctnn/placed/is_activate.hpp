#pragma once

#include <ctnn/placed/activate.hpp>

namespace ctnn::placed {

// Whether a layer is an activation and nothing else.
template <class Descriptor>
inline constexpr bool is_activate = false;
template <class Activation>
inline constexpr bool is_activate<activate<Activation>> = true;

} // namespace ctnn::placed
