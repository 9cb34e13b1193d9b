#pragma once

#include <boost/hana/at.hpp>
#include <boost/hana/fold_left.hpp>
#include <ctnn/detail/apply_activation.hpp>
#include <ctnn/kernel/roomy.hpp>

namespace ctnn::detail {

// One layer: its activation's input and output go to record.
template <class Stage, class Parameters, class Input>
constexpr void forward_stage(Parameters const& p, Input const& x, typename Stage::record& record) {
    using kernel::begin_of;
    using bound = typename Stage::bound;
    if constexpr (requires { bound::forward_to(p, begin_of(x), begin_of(record.preactivation)); })
        bound::forward_to(p, begin_of(x), begin_of(record.preactivation));
    else
        static_cast<typename Stage::output&>(record.preactivation) = bound::forward(p, x);
    apply_activation<typename Stage::activation>(record.preactivation, record.value);
}

// The forward pass that keeps what it saw: a left scan over the layers into the records' places.
// (hana::scan_left copies all it has at each step, which is quadratic in the depth.)
template <class Network>
constexpr void forward_recorded(Network const& net, typename Network::input_type const& x,
                                typename Network::records& records) {
    boost::hana::fold_left(typename Network::stages{}, &x,
                           [&net, &records](auto const* in, auto at) {
                               using here = decltype(at);
                               auto& record = boost::hana::at_c<here::index>(records);
                               forward_stage<here>(net.template layer<here::index>(), *in, record);
                               return &record.value;
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
            forward_stage<here>(net.template layer<here::index>(), in.value, record);
            return record;
        });
}

} // namespace ctnn::detail
