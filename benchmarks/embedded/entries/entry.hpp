#pragma once

// What is measured of a network: functions whose names say which, called through pointers, as nothing
// else may be known of their arguments.

#include "../nets/net.hpp"

namespace entries {

template <class Net>
[[gnu::always_inline]] inline void infer(void const* x, void* y) {
    using network = typename Net::network;
    *static_cast<typename network::output_type*>(y) =
        Net::initial(*static_cast<typename network::input_type const*>(x));
}

// Of a network that remembers.
template <class Net>
[[gnu::always_inline]] inline void take_step(typename Net::network::state& state, void const* x,
                                             void* y) {
    using network = typename Net::network;
    *static_cast<typename network::output_type*>(y) =
        Net::initial.step(state, *static_cast<typename network::input_type const*>(x));
}

// Of a quantized network: integers in, integers out.
template <class Net>
[[gnu::always_inline]] inline void infer_in_integers(void const* x, void* y) {
    using network = typename Net::network;
    *static_cast<typename network::int8_output_type*>(y) =
        Net::initial.run(*static_cast<typename network::int8_input_type const*>(x));
}

template <class Net, class Learner, class Optimizer = ctnn::sgd>
[[gnu::always_inline]] inline void step(Learner& learner, void const* x, void const* target,
                                        Optimizer const& optimizer = nets::optimizer) {
    using network = typename Net::network;
    ctnn::train_step(learner, Net::loss, optimizer,
                     *static_cast<typename network::input_type const*>(x),
                     *static_cast<typename network::output_type const*>(target));
}

} // namespace entries
