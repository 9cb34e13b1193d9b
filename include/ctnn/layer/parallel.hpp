#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/activation/identity.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/layer/sequential.hpp>
#include <ctnn/placed/added.hpp>
#include <ctnn/placed/branch.hpp>
#include <ctnn/placed/composite.hpp>
#include <ctnn/placed/concatenated.hpp>
#include <ctnn/placed/multiplied.hpp>
#include <ctnn/placed/shortcut.hpp>

namespace ctnn::detail {
CTNN_ARITHMETIC_BEGIN

template <class Layer>
struct as_branch {
    using type = placed::branch<Layer>;
};
template <class... Layers>
struct as_branch<sequential<Layers...>> {
    using type = placed::branch<Layers...>;
};
template <>
struct as_branch<identity> {
    using type = placed::shortcut;
};

// Its name in reports. With your own join, it has none.
template <template <class...> class Join>
struct name_of_parallel {};
template <>
struct name_of_parallel<added> {
    static constexpr char const* name = "parallel added";
};
template <>
struct name_of_parallel<concatenated> {
    static constexpr char const* name = "parallel concatenated";
};
template <>
struct name_of_parallel<multiplied> {
    static constexpr char const* name = "parallel multiplied";
};

CTNN_ARITHMETIC_END
} // namespace ctnn::detail

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// Branches that all get the layer's input, and a join of their outputs: `parallel<concatenated, dense<4>, dense<8, relu>>`.
/// The joins are `concatenated`, `added`, `multiplied`, or your own. A branch is a layer, `sequential<Layers...>`, or
/// `identity` for the input itself. Each branch's parameters are those of a network:
/// `net.layer<I>().layer<Branch>().layer<K>()`, and `net.layer<I>().layer<K>()` if only one branch has layers.
///
/// Shape:    any -> what the join makes of the branches' shapes.
/// Gradient: the sum of the branches'.
/// Cost:     that of the branches and of the join.
/// Errors:   a layer inside that does not fit, or branches that the join does not take, do not compile, and the message
///           names them.
/// Example:  tests/layer/parallel.cpp
template <template <class...> class Join, class... Branches>
struct parallel : placed::composite<Join, typename detail::as_branch<Branches>::type...>,
                  detail::name_of_parallel<Join> {};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
