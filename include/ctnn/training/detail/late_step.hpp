#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/placed/detail/apply_activation.hpp>
#include <ctnn/placed/detail/backward.hpp>
#include <ctnn/placed/detail/forward_recorded.hpp>
#include <ctnn/placed/detail/update_layer.hpp>
#include <ctnn/training/detail/learn.hpp>
#include <utility>

namespace ctnn::detail {

// Whether the first layer's parameters are more than a first cache holds, and the layer can step and
// then run forward in one pass over them.
template <class Rule, class Network, class... Memory>
constexpr bool steps_late = [] {
    using first = typename Network::template stage<0>;
    using parameters = typename first::parameters;
    return sizeof(parameters) > 32768 && kernel::vectorizable<typename Network::scalar> &&
           customization::updates_late<typename first::bound, Rule, typename first::input,
                                       typename first::output, parameters,
                                       decltype(std::declval<Memory&>().template layer<0>())...>;
}();

// Steps of which that of the first layer waits for the next sample's forward pass: what is
// computed, and so every bit, is the same, but a large layer is read and written once a sample.
template <class Rule, class Network>
class late_step {
    using scalar = typename Network::scalar;
    using first = typename Network::template stage<0>;

public:
    explicit late_step(Rule const& rule) : rule_(rule) {}

    // One sample, which is to stay where it is.
    template <class Loss, class Sample, class... Memory>
    [[gnu::flatten]] scalar operator()(Rule const& rule, Loss const& loss, Sample const& sample,
                                       Network& net, Memory&... memory) {
        return learn(
            net, loss, sample.input, sample.target,
            [&](auto, auto& records, auto const& dv) __attribute__((always_inline)) {
                update(rule, sample.input, records, dv, net, memory...);
            },
            [&](auto const& x, auto& record)
                __attribute__((always_inline)) { forward(x, record, net, memory...); });
    }
    // The last sample's step.
    template <class... Memory>
    void finish(Network& net, Memory&... memory) {
        if (x_ != nullptr)
            update_layer<first>(rule_, *x_, no_record{}, dv_, net.template layer<0>(),
                                memory.template layer<0>()...);
        x_ = nullptr;
    }

private:
    template <class... Memory>
    [[gnu::always_inline]] void forward(typename first::input const& x,
                                        typename first::record& record, Network& net,
                                        Memory&... memory) const {
        if (x_ == nullptr)
            return record_stage<first>(net.template layer<0>(), x, record);
        record.preactivation = first::bound::update_and_forward(
            rule_, *x_, dv_, x, net.template layer<0>(), memory.template layer<0>()...);
        record.value = apply_activation<typename first::activation>(record.preactivation);
    }
    template <class... Memory>
    [[gnu::always_inline]] void
    update(Rule const& rule, typename first::input const& x, typename Network::records& records,
           typename Network::output_type const& dv, Network& net, Memory&... memory) {
        backward_recorded(net, x, records, dv,
                          [&](auto stage, auto const& in, auto const& record, auto const& last_dv) {
                              using here = decltype(stage);
                              if constexpr (here::index == 0)
                                  x_ = &x, dv_ = last_dv, rule_ = rule;
                              else if constexpr (here::has_parameters)
                                  update_recorded<here>(rule, in, record, last_dv,
                                                        net.template layer<here::index>(),
                                                        memory.template layer<here::index>()...);
                          });
    }

    Rule rule_;
    typename first::input const* x_ = nullptr;
    typename first::output dv_;
};

} // namespace ctnn::detail
