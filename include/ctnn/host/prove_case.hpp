#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/host/detail/case_search.hpp>
#include <ctnn/host/proof_options.hpp>
#include <ctnn/host/proof_result.hpp>
#include <ctnn/host/prove.hpp>
#include <ctnn/host/vnnlib_case.hpp>
#include <optional>

namespace ctnn::host {
CTNN_ARITHMETIC_BEGIN

/// What `prove_case` found, and what it took.
///
/// Shape:    a `proof_result`, and maybe an input next to the case's box.
/// Cost:     that of a verdict.
/// Errors:   as those of `proof_result`, or a box that the network's scalar has no room for.
/// Example:  docs/examples/verify_vnnlib.cpp
template <class T, std::size_t N>
struct case_result : proof_result<T, N> {
    // Of a case that is unknown: an input outside of the decimal box, but next to it, whose outputs are
    // those of a counterexample.
    std::optional<std::array<T, N>> beside{};
};

/// Tries to prove that a case of a VNN-LIB property has no counterexample.
///
/// The ends of the case's box are decimals. A proof is of all numbers of the box, to whichever neighbour
/// in the network's scalar they are rounded. A counterexample is an input in the box. Where an input has no
/// number of the scalar between its ends, as from 0.1 to 0.1, the decimals between them are rounded to one
/// of the two beside: it is a counterexample if it is one with each of these.
///
/// Shape:    a network, a case with as many inputs and outputs; a verdict and what it took. A checkpoint of
///           the search inside the box, where there is one, has `.inside` after its name.
/// Cost:     that of `prove`, in rare cases two of these.
/// Errors:   those of `prove`.
/// Example:  docs/examples/verify_vnnlib.cpp
template <concepts::trainable_network Network>
    requires number::detail::floats<typename Network::scalar>
        case_result<typename Network::scalar, Network::input_size>
        prove_case(Network const& net, vnnlib_case const& one, proof_options const& options = {}) {
        detail::case_search<Network> search(net, one, options);
        case_result<typename Network::scalar, Network::input_size> result;
        static_cast<proof_result<typename Network::scalar, Network::input_size>&>(result) =
            search.run(result.beside);
        return result;
    }

CTNN_ARITHMETIC_END
} // namespace ctnn::host

#include <ctnn/config/epilogue.hpp>
