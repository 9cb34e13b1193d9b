#pragma once

#include <ctnn/layer/activate.hpp>

namespace ctnn::detail {

// Whether a descriptor is an activation alone, of which the numbers before it are its inputs.
template <class Descriptor>
inline constexpr bool is_activate = false;
template <class Activation>
inline constexpr bool is_activate<activate<Activation>> = true;

} // namespace ctnn::detail
