#pragma once

#include <boost/hana/at.hpp>
#include <boost/hana/fold_right.hpp>
#include <ctnn/detail/apply_activation.hpp>

namespace ctnn::detail {

// The reverse pass: a right fold over the layers and their records. `dv` is the derivative by the
// last layer's preactivation; each layer adds its share to the gradient and hands the one before
// it that layer's own dv. The first layer hands on nothing: nobody asks for the input's.
template <class Network>
constexpr void backward_recorded(Network const& net, typename Network::input_type const& x,
                                 typename Network::records const& records,
                                 typename Network::output_type const& dv, Network& gradient) {
    boost::hana::fold_right(typename Network::stages{}, dv, [&](auto at, auto const& derivative) {
        using here = decltype(at);
        auto const& p = net.template layer<here::index>();
        auto const accumulate = [&](auto const& in) {
            if constexpr (here::has_parameters)
                here::bound::accumulate_gradient(p, in, derivative,
                                                 gradient.template layer<here::index>());
        };
        if constexpr (here::index == 0) {
            accumulate(x);
            return 0;
        } else {
            using before = typename Network::template stage<here::index - 1>;
            auto const& record = boost::hana::at_c<before::index>(records);
            accumulate(record.value);
            return apply_activation_backward<typename before::activation>(
                record.preactivation, record.value,
                here::bound::backward(p, record.value, derivative));
        }
    });
}

} // namespace ctnn::detail
