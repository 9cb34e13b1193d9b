#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/import/parameters/detail/layer_name.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn {

/// Which of a file's layers are those of a network, in its order: `layer_names<"actor.0", "actor.2">` for tensors
/// `actor.0.weight`, `actor.0.bias`, and so on. Layers without parameters have no name here. A recurrent layer of
/// PyTorch with several levels is named once for each of them.
///
/// Shape:    Names: string literals, as many as there are layers with parameters, those within layers included.
/// Cost:     the letters.
/// Errors:   another number of names than of layers does not compile.
/// Example:  tests/import/parameters/refusals.cpp
template <detail::layer_name... Names>
struct layer_names {
    static constexpr std::size_t count = sizeof...(Names);
    static constexpr std::array<text_view, count> all{text_view(Names.letters, Names.size)...};
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
