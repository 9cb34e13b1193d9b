#pragma once

#include <array>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/host/detail/proof_state.hpp>
#include <ctnn/host/unknown_reason.hpp>
#include <ctnn/math/is_finite.hpp>

namespace ctnn::host::detail {
CTNN_ARITHMETIC_BEGIN

// Why a state has no verdict; `ended_by` is the budget that ended the search, if one did.
template <class Network>
unknown_reason reason_of(Network const& net, proof_state<Network> const& state,
                         unknown_reason ended_by) {
    if (!state.verdict().unknown())
        return unknown_reason::none;
    if (!state.open.empty())
        return ended_by;
    bool finite = true;
    for (auto const& corner : std::array{state.left.lower, state.left.upper})
        for (auto const y : net(corner))
            finite = finite && ctnn::math::is_finite(y);
    return finite ? unknown_reason::precision : unknown_reason::not_finite;
}

CTNN_ARITHMETIC_END
} // namespace ctnn::host::detail
