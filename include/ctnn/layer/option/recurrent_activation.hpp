#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/placed/name_of_options.hpp>

namespace ctnn {

/// An option of `gru` and `lstm`: the activation of their gates, as in Keras. Without it, that is `sigmoid`:
/// `lstm<8, recurrent_activation<hard_sigmoid>>`.
///
/// Cost:     that of the activation.
/// Errors:   an activation that mixes numbers, such as softmax, does not compile.
/// Example:  tests/layer/gru_options.cpp
template <class Activation>
struct recurrent_activation : placed::name_of_options<recurrent_activation<void>, Activation>,
                              placed::settings_of_options<Activation> {};
template <>
struct recurrent_activation<void> {
    static constexpr char const* name = "recurrent_activation";
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
