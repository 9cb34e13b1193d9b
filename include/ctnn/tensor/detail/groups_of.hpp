#pragma once

#include <cstddef>

namespace ctnn::tensor {

// How many blocks of weights the windows of a layer have, which they take in turn: window w has block w % groups. A block
// is made of so many columns of the weights.
template <class Windows>
inline constexpr std::size_t groups_of = 1;
template <class Windows>
    requires requires {
        Windows::groups;
    }
inline constexpr std::size_t groups_of<Windows> = Windows::groups;

} // namespace ctnn::tensor
