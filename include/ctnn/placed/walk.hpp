#pragma once

#include <cstddef>
#include <utility>

// The walk that faces share: a network's layers one after the other, and a composite layer's branches, each of which is
// a network. A shortcut is a network without layers, and the walk through it returns its input.

namespace ctnn::placed {

// step(stage, parameters, x) returns the next layer's input.
template <std::size_t Index = 0, class Network, class X, class Step>
constexpr auto through_layers(Network const& net, X const& x, Step const& step) {
    if constexpr (Index == Network::depth) {
        return x;
    } else {
        using stage = typename Network::template stage<Index>;
        return through_layers<Index + 1>(net, step(stage{}, net.template layer<Index>(), x), step);
    }
}

// use(of(branch 0), of(branch 1), ...), where of(network) is a face's result for that branch.
template <class Bound, class Of, class Use>
constexpr auto through_branches(typename Bound::parameters const& p, Of const& result_of,
                                Use const& use) {
    return [&]<std::size_t... K>(std::index_sequence<K...>) {
        return use(result_of(Bound::template part<K>(p))...);
    }
    (std::make_index_sequence<Bound::branch_count>{});
}

} // namespace ctnn::placed
