#pragma once

namespace ctnn::error {

// What a constant expression calls that has such a weight to write; the compiler names it.
inline void a_weight_of_the_network_is_infinite_or_nan() {}

} // namespace ctnn::error
