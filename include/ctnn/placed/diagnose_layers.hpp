#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/placed/adds_branches.hpp>

// The first layer of a network that a face cannot take, including layers inside composite layers. `Face::of<Stage>()`
// says what is wrong with the layer itself, or error::none.

namespace ctnn::placed {

template <class Face, class Network, std::size_t Index = 0>
constexpr auto diagnose_layers();

template <class Face, class Bound, std::size_t Branch = 0>
constexpr auto diagnose_branches() {
    if constexpr (Branch == Bound::branch_count) {
        return error::none{};
    } else {
        using inside = decltype(diagnose_layers<Face, typename Bound::template branch<Branch>>());
        if constexpr (!ctnn::detail::is_none<inside>)
            return inside{};
        else
            return diagnose_branches<Face, Bound, Branch + 1>();
    }
}

template <class Face, class Network, std::size_t Index>
constexpr auto diagnose_layers() {
    if constexpr (Index == Network::depth) {
        return error::none{};
    } else {
        using stage = typename Network::template stage<Index>;
        using bound = typename stage::bound;
        using own = decltype(Face::template of<stage>());
        if constexpr (!ctnn::detail::is_none<own>) {
            return own{};
        } else if constexpr (customization::has_branches<bound>) {
            using inside = decltype(diagnose_branches<Face, bound>());
            if constexpr (!ctnn::detail::is_none<inside>)
                return typename error::layer<
                    Index, typename stage::layer>::template has_layers_of_which<inside>{};
            else
                return diagnose_layers<Face, Network, Index + 1>();
        } else {
            return diagnose_layers<Face, Network, Index + 1>();
        }
    }
}

} // namespace ctnn::placed
