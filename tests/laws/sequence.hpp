#pragma once

#include <ctnn/placed/branch.hpp>
#include <ctnn/placed/composite.hpp>
#include <ctnn/placed/sum.hpp>

namespace own {

// Layers as one layer, which does what they do and no more.
template <class... Layers>
struct sequence : ctnn::placed::composite<ctnn::placed::sum, ctnn::placed::branch<Layers...>> {};

} // namespace own
