#pragma once

#include <boost/hana/fold_left.hpp>
#include <cstddef>
#include <utility>

// The walk that faces share: a network's layers one after the other, and a composite layer's branches, each of which is
// a network. A shortcut is one without layers, and the walk through it gives what it got.

namespace ctnn::placed {

// step(stage, parameters, x) gives what the next layer gets.
template <class Network, class Start, class Step>
constexpr auto through_layers(Network const& net, Start const& x, Step const& step) {
    return boost::hana::fold_left(
        typename Network::stages{}, x, [&net, &step](auto const& in, auto at) {
            return step(at, net.template layer<decltype(at)::index>(), in);
        });
}

// use(of(branch 0), of(branch 1), ...), where of(network) is what a face makes of that branch.
template <class Bound, class Of, class Use>
constexpr auto through_branches(typename Bound::parameters const& p, Of const& of, Use const& use) {
    return [&]<std::size_t... K>(std::index_sequence<K...>) {
        return use(of(Bound::template part<K>(p))...);
    }
    (std::make_index_sequence<Bound::branch_count>{});
}

} // namespace ctnn::placed
