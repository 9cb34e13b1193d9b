#pragma once

#include <boost/hana/fold_right.hpp>
#include <ctnn/placed/detail/apply_activation.hpp>
#include <ctnn/placed/detail/layer_calls.hpp>

namespace ctnn::detail {

// The reverse pass: a right fold over the layers and their records. `dv` is the derivative by the
// last layer's preactivation. Each layer passes its input, record and dv to
// `consume(stage, input, record, dv)` and gives the layer before it that layer's dv. A layer is not
// read after its consume, so consume may change it. The first layer passes nothing on: the input's
// derivative is not needed.
template <class Network, class Consume>
[[gnu::always_inline]] constexpr void
backward_recorded(Network& net, typename Network::input_type const& x,
                  typename Network::records& records, typename Network::output_type const& dv,
                  Consume const& consume) {
    boost::hana::fold_right(
        typename Network::stages{}, dv, [&](auto stage, auto const& derivative) {
            using here = decltype(stage);
            auto& mine = records.template at<here::index>();
            if constexpr (here::index == 0) {
                unwind_layer<here>(net.template layer<0>(), x, mine, derivative);
                consume(stage, x, mine, derivative);
                return 0;
            } else {
                using before = typename Network::template stage<here::index - 1>;
                auto const& record = records.template at<before::index>();
                auto const& p = net.template layer<here::index>();
                unwind_layer<here>(p, record.value, mine, derivative);
                auto const dx = backward_layer<here>(p, record.value, mine, derivative);
                consume(stage, record.value, mine, derivative);
                return apply_activation_backward<typename before::activation>(record.preactivation,
                                                                              record.value, dx);
            }
        });
}

// Adds the derivatives by all parameters to gradient.
template <class Network>
[[gnu::always_inline]] constexpr void
accumulate_gradient(Network const& net, typename Network::input_type const& x,
                    typename Network::records& records, typename Network::output_type const& dv,
                    Network& gradient) {
    backward_recorded(net, x, records, dv,
                      [&](auto stage, auto const& in, auto const& record, auto const& derivative) {
                          using here = decltype(stage);
                          if constexpr (here::has_parameters)
                              accumulate_layer<here>(net.template layer<here::index>(), in, record,
                                                     derivative,
                                                     gradient.template layer<here::index>());
                      });
}

// The rule's step (kernel/descent.hpp), layer by layer. The result is, bit for bit, that of accumulating a gradient from
// zero and then stepping along it.
template <class Rule, class Network, class... Memory>
[[gnu::always_inline]] constexpr void
update(Rule const& rule, typename Network::input_type const& x, typename Network::records& records,
       typename Network::output_type const& dv, Network& net, Memory&... memory) {
    backward_recorded(net, x, records, dv,
                      [&](auto stage, auto const& in, auto const& record, auto const& derivative) {
                          using here = decltype(stage);
                          if constexpr (here::has_parameters)
                              update_recorded<here>(rule, in, record, derivative,
                                                    net.template layer<here::index>(),
                                                    memory.template layer<here::index>()...);
                      });
}

} // namespace ctnn::detail
