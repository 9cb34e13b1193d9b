#pragma once

#include <boost/hana/fold_left.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/placed/detail/apply_activation.hpp>
#include <ctnn/placed/detail/forward_into.hpp>
#include <ctnn/placed/detail/layer_calls.hpp>
#include <type_traits>

namespace ctnn::detail {

template <class Stage>
[[gnu::always_inline]] constexpr void activate_stage(typename Stage::outcome& seen) {
    using activation = typename Stage::activation;
    if constexpr (kernel::goes_in_registers<typename Stage::scalar>)
        if (!std::is_constant_evaluated())
            return activate_into<activation>(seen.preactivation, seen.value);
    seen.value = apply_activation<activation>(seen.preactivation);
}
template <class Stage>
[[gnu::always_inline]] constexpr void record_stage(typename Stage::parameters const& p,
                                                   typename Stage::input const& x,
                                                   typename Stage::record& record) {
    record_preactivation<Stage>(p, x, record);
    activate_stage<Stage>(record);
}

// The forward pass that records each layer: a left scan over the layers into the records' places. `first(x, record)`
// does the first layer. (hana::scan_left copies everything at each step, which is quadratic in the depth.)
template <class Network, class First>
[[gnu::always_inline]] constexpr void
forward_recorded(Network const& net, typename Network::input_type const& x,
                 typename Network::records& records, First const& first) {
    boost::hana::fold_left(
        typename Network::stages{}, &x, [&net, &records, &first](auto const* in, auto stage) {
            using here = decltype(stage);
            auto& record = records.template at<here::index>();
            if constexpr (here::index == 0)
                first(*in, record);
            else
                record_stage<here>(net.template layer<here::index>(), *in, record);
            return static_cast<typename here::output const*>(&record.value);
        });
}
template <class Network>
[[gnu::always_inline]] constexpr void forward_recorded(Network const& net,
                                                       typename Network::input_type const& x,
                                                       typename Network::records& records) {
    forward_recorded(net, x, records, [&net](auto const& in, auto& record) {
        record_stage<typename Network::template stage<0>>(net.template layer<0>(), in, record);
    });
}

// The forward pass that keeps only the last layer's outcome, which is all that a loss needs.
template <class Network>
constexpr auto forward_last(Network const& net, typename Network::input_type const& x) {
    struct start {
        typename Network::input_type const& value;
    };
    return boost::hana::fold_left(
        typename Network::stages{}, start{x}, [&net](auto const& in, auto stage) {
            using here = decltype(stage);
            typename here::outcome seen;
            forward_into<here>(net.template layer<here::index>(), in.value, seen.preactivation);
            activate_stage<here>(seen);
            return seen;
        });
}

} // namespace ctnn::detail
