#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/placed/apply_activation.hpp>
#include <ctnn/placed/backward.hpp>
#include <ctnn/placed/descend_layer.hpp>
#include <ctnn/placed/forward_recorded.hpp>

namespace ctnn::detail {

// Whether the first layer's parameters are more than a first cache holds, and the layer can step and
// then run forward in one pass over them.
template <class Network>
constexpr bool steps_late = [] {
    using first = typename Network::template stage<0>;
    using scalar = typename Network::scalar;
    return sizeof(typename first::parameters) > 32768 && kernel::vectorizable<scalar> &&
           customization::descends_late<typename first::bound, typename first::parameters,
                                        typename first::input, typename first::output, scalar>;
}();

// Gradient descent whose step of the first layer waits for the next sample's forward pass: what is
// computed, and so every bit, is the same, but a large layer is read and written once a sample.
template <class Network>
class late_step {
    using scalar = typename Network::scalar;
    using first = typename Network::template stage<0>;

public:
    explicit late_step(Network& net) : net_(net) {}

    Network const& network() const { return net_; }

    [[gnu::always_inline]] void forward(typename first::input const& x,
                                        typename first::record& record, scalar rate) const {
        if (x_ == nullptr)
            return record_stage<first>(net_.template layer<0>(), x, record);
        record.preactivation =
            first::bound::descend_and_forward(net_.template layer<0>(), *x_, dv_, rate, x);
        record.value = apply_activation<typename first::activation>(record.preactivation);
    }
    // x is to stay where it is.
    [[gnu::always_inline]] void descend(typename first::input const& x,
                                        typename Network::records& records,
                                        typename Network::output_type const& dv, scalar rate) {
        backward_recorded(net_, x, records, dv,
                          [&](auto at, auto const& in, auto const& record, auto const& last_dv) {
                              using here = decltype(at);
                              if constexpr (here::index == 0)
                                  x_ = &x, dv_ = last_dv;
                              else if constexpr (here::has_parameters)
                                  descend_recorded<here>(net_.template layer<here::index>(), in,
                                                         record, last_dv, rate);
                          });
    }
    void finish(scalar rate) {
        if (x_ != nullptr)
            descend_layer<first>(net_.template layer<0>(), *x_, dv_, rate);
        x_ = nullptr;
    }

private:
    Network& net_;
    typename first::input const* x_ = nullptr;
    typename first::output dv_;
};

} // namespace ctnn::detail
