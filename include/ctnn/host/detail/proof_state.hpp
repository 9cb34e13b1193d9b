#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/host/detail/digest.hpp>
#include <ctnn/host/proof_progress.hpp>
#include <ctnn/text/detail/type_name.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/detail/search/check_box.hpp>
#include <ctnn/verify/detail/search/region.hpp>
#include <ctnn/verify/verdict.hpp>
#include <limits>
#include <optional>
#include <vector>

namespace ctnn::host::detail {
CTNN_ARITHMETIC_BEGIN

// A region that waits, and which part it is of the whole, each cut and each split counted as halves.
template <class Network>
struct part {
    verify::detail::region<Network> region{};
    double share = 1;
};

// All there is to know of a search between two boxes.
template <class Network>
struct proof_state {
    using scalar = typename Network::scalar;
    static constexpr std::size_t inputs = Network::input_size;
    using verdict_type = verify::verdict<scalar, inputs>;

    std::size_t boxes = 0;
    double share = 0; // proven
    double margin = std::numeric_limits<double>::infinity();
    std::vector<part<Network>> open{};
    // Boxes that are neither proven nor violated and cannot be cut, and the first of them.
    std::size_t given_up = 0;
    double given_up_share = 0;
    box<scalar, inputs> left{};
    std::optional<std::array<scalar, inputs>> counterexample{};

    verdict_type verdict() const {
        using kinds = typename verdict_type::kinds;
        verdict_type result{};
        result.boxes = boxes;
        if (counterexample) {
            result.kind = kinds::violated;
            result.counterexample = *counterexample;
        } else if (open.empty() && given_up == 0) {
            result.kind = kinds::proven;
            result.margin = margin;
        } else {
            result.left = given_up != 0 ? left : open.back().region.in;
        }
        return result;
    }
};

// What a proof is of: network, box and condition.
template <class Network, class Condition>
std::uint64_t digest_of(Network const& net,
                        box<typename Network::scalar, Network::input_size> const& in,
                        Condition const& wanted) {
    digest all;
    auto const name = ctnn::detail::written_type<Network>();
    all.add(name.data(), name.size());
    all.add(&net, Network::parameter_count * sizeof(typename Network::scalar));
    all.add(in.lower), all.add(in.upper);
    // (an activation's code has no name of its own)
    all.add(net(in.lower)), all.add(net(in.upper));
    for (auto const& row : wanted.rows) {
        std::size_t const count = row.size();
        all.add(&count, sizeof count);
        for (auto const& constraint : row) {
            all.add(constraint.coefficients);
            all.add(&constraint.constant, sizeof constraint.constant);
            // (a strict one has nothing more: its checkpoints are as old as these)
            if (constraint.zero_suffices)
                all.add(">=");
        }
    }
    return all.value();
}

CTNN_ARITHMETIC_END
} // namespace ctnn::host::detail
