#pragma once

#include <cstdint>
#include <ctnn/import/tflite/detail/operators.hpp>
#include <ctnn/import/tflite/detail/reader.hpp>
#include <ctnn/import/tflite/detail/walk.hpp>

namespace ctnn::tflite::detail {

// What the network of this set needs.
template <std::uint64_t Network>
inline constexpr vocabulary vocabulary_of{
    operators_of<Network>.data(), operators_of<Network>.size(),
    (Network & set_of(layers::added, layers::multiplied, layers::concatenated)) != 0 ? walk_branches
                                                                                     : nullptr,
    Network == set_of_all ? problems::operator_is_not_read
                          : problems::operator_is_not_of_the_network};

} // namespace ctnn::tflite::detail
