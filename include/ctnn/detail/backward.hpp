#pragma once

#include <boost/hana/at.hpp>
#include <boost/hana/fold_right.hpp>
#include <ctnn/detail/apply_activation.hpp>
#include <ctnn/detail/members.hpp>
#include <ctnn/kernel/roomy.hpp>
#include <ctnn/kernel/subtract_scaled.hpp>
#include <utility>

namespace ctnn::detail {

template <class Stage, class Parameters, class Input, class Derivative, class Result>
constexpr void backward_stage(Parameters const& p, Input const& x, Derivative const& dv,
                              Result& dx) {
    using kernel::begin_of;
    using bound = typename Stage::bound;
    if constexpr (requires { bound::backward_to(p, begin_of(dv), begin_of(dx)); })
        bound::backward_to(p, begin_of(dv), begin_of(dx));
    else
        static_cast<typename Stage::input&>(dx) = bound::backward(p, x, dv);
}

// The reverse pass: a right fold over the layers and their records. `dv` is the derivative by the
// last layer's preactivation; each layer hands the one before it that layer's own dv, and its
// input and dv to `consume(stage, input, dv)`. The network is not read behind its layer's
// consume, which may therefore change the layer. The first layer hands on nothing: nobody asks for
// the input's derivative.
template <class Network, class Consume>
constexpr void backward_recorded(Network& net, typename Network::input_type const& x,
                                 typename Network::records const& records,
                                 typename Network::output_type const& dv, Consume const& consume) {
    boost::hana::fold_right(typename Network::stages{}, dv, [&](auto at, auto const& derivative) {
        using here = decltype(at);
        if constexpr (here::index == 0) {
            consume(at, x, derivative);
            return 0;
        } else {
            using before = typename Network::template stage<here::index - 1>;
            auto const& record = boost::hana::at_c<before::index>(records);
            kernel::roomy_array<typename here::scalar, here::input_size> dx, before_dv;
            backward_stage<here>(net.template layer<here::index>(), record.value, derivative, dx);
            consume(at, record.value, derivative);
            apply_activation_backward<typename before::activation>(record.preactivation,
                                                                   record.value, dx, before_dv);
            return before_dv;
        }
    });
}

// Adds the derivatives by all parameters to gradient.
template <class Network>
constexpr void accumulate_gradient(Network const& net, typename Network::input_type const& x,
                                   typename Network::records const& records,
                                   typename Network::output_type const& dv, Network& gradient) {
    backward_recorded(net, x, records, dv, [&](auto at, auto const& in, auto const& derivative) {
        using here = decltype(at);
        if constexpr (here::has_parameters)
            here::bound::accumulate_gradient(net.template layer<here::index>(), in, derivative,
                                             gradient.template layer<here::index>());
    });
}

// Subtracts rate times the derivatives from the parameters, layer by layer: what accumulating a
// gradient from zero and then subtracting it would give, bit for bit.
template <class Network>
constexpr void descend(Network& net, typename Network::input_type const& x,
                       typename Network::records const& records,
                       typename Network::output_type const& dv, typename Network::scalar rate) {
    using kernel::begin_of;
    backward_recorded(net, x, records, dv, [&](auto at, auto const& in, auto const& derivative) {
        using here = decltype(at);
        if constexpr (here::has_parameters) {
            auto& p = net.template layer<here::index>();
            if constexpr (requires {
                              here::bound::descend(p, begin_of(in), begin_of(derivative), rate);
                          }) {
                here::bound::descend(p, begin_of(in), begin_of(derivative), rate);
            } else {
                typename here::parameters gradient{};
                here::bound::accumulate_gradient(p, in, derivative, gradient);
                for_each_block(
                    [rate](auto to, auto from) {
                        kernel::subtract_scaled<decltype(to)::size>(rate, from.data, to.data);
                    },
                    p, std::as_const(gradient));
            }
        }
    });
}

} // namespace ctnn::detail
