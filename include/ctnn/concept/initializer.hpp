#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <concepts>
#include <cstddef>
#include <ctnn/random/mt19937.hpp>

namespace ctnn::concepts {

/// An initializer: `draw(generator, fan_in, fan_out)` gives the first value of one weight of a
/// layer of that many inputs and outputs.
///
/// Shape:    a generator and two sizes to one double.
/// Cost:     that of the model.
/// Errors:   `initialize` does not take anything else.
/// Example:  tests/concept/initializer.cpp
template <class Initializer>
concept initializer = requires(Initializer const& initializer, random::mt19937& generator,
                               std::size_t fan) {
    { initializer.draw(generator, fan, fan) } -> std::same_as<double>;
};

} // namespace ctnn::concepts

#include <ctnn/config/epilogue.hpp>
