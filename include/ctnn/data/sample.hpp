#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

namespace ctnn {

/// One example to learn from: what the network is given, and what it should answer.
///
/// Shape:    input: input_size scalars; target: output_size scalars (one-hot for classes).
/// Cost:     the two arrays, nothing else.
/// Errors:   arrays of other sizes than the network's do not compile in `train` and `accuracy`.
/// Example:  docs/examples/iris.cpp
template <class Input, class Target>
struct sample {
    Input input;
    Target target;

    friend constexpr bool operator==(sample const&, sample const&) = default;
};

template <class Input, class Target>
sample(Input, Target) -> sample<Input, Target>;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
