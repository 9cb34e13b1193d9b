#pragma once

#include <boost/hana/fold_left.hpp>
#include <cstddef>
#include <ctnn/placed/detail/forward_recorded.hpp>
#include <ctnn/placed/states.hpp>

// The forward pass that goes on from what the layers remember, and records each layer.

namespace ctnn::placed {

template <class Network, class States>
constexpr void forward_from(Network const& net, States& all, typename Network::input_type const& x,
                            typename Network::records& records) {
    boost::hana::fold_left(
        typename Network::stages{}, &x, [&net, &all, &records](auto const* in, auto stage) {
            using here = decltype(stage);
            constexpr std::size_t index = here::index;
            auto const& p = net.template layer<index>();
            auto& record = records.template at<index>();
            if constexpr (States::of::template keeps<typename here::bound>)
                record.preactivation =
                    here::bound::step(p, all.template layer<index>(), *in, record.kept);
            else
                detail::record_preactivation<here>(p, *in, record);
            detail::activate_stage<here>(record);
            return static_cast<typename here::output const*>(&record.value);
        });
}

} // namespace ctnn::placed
