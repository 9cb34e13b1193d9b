#pragma once

#include <boost/hana/fold_left.hpp>
#include <ctnn/detail/apply_activation.hpp>

namespace ctnn::detail {

// The forward pass that keeps what it saw: a left scan over the layers into the records' places.
// (hana::scan_left copies all it has at each step, which is quadratic in the depth.)
template <class Network>
[[gnu::always_inline]] constexpr void forward_recorded(Network const& net,
                                                       typename Network::input_type const& x,
                                                       typename Network::records& records) {
    boost::hana::fold_left(
        typename Network::stages{}, &x, [&net, &records](auto const* in, auto at) {
            using here = decltype(at);
            auto& record = records.template at<here::index>();
            record.preactivation = here::bound::forward(net.template layer<here::index>(), *in);
            record.value = apply_activation<typename here::activation>(record.preactivation);
            return static_cast<typename here::output const*>(&record.value);
        });
}

// The forward pass that keeps only the last layer's record, which is what a loss looks at.
template <class Network>
constexpr auto forward_last(Network const& net, typename Network::input_type const& x) {
    struct start {
        typename Network::input_type const& value;
    };
    return boost::hana::fold_left(
        typename Network::stages{}, start{x}, [&net](auto const& in, auto at) {
            using here = decltype(at);
            typename here::record record;
            record.preactivation =
                here::bound::forward(net.template layer<here::index>(), in.value);
            record.value = apply_activation<typename here::activation>(record.preactivation);
            return record;
        });
}

} // namespace ctnn::detail
