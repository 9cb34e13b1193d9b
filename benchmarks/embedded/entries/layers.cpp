#include "../nets/layers.hpp"
#include "../nets/in_int8.hpp"
#include "entry.hpp"

extern "C" void conv_layer(void const* x, void* y) {
    entries::infer<nets::conv>(x, y);
}
extern "C" void conv_int8_layer(void const* x, void* y) {
    entries::infer_in_integers<nets::in_int8<nets::conv>>(x, y);
}

extern "C" void depthwise_layer(void const* x, void* y) {
    entries::infer<nets::depthwise>(x, y);
}
extern "C" void depthwise_int8_layer(void const* x, void* y) {
    entries::infer_in_integers<nets::in_int8<nets::depthwise>>(x, y);
}

// In RAM is what they remember.
static constinit nets::lstm::network::state lstm_state;
extern "C" void lstm_layer(void const* x, void* y) {
    entries::take_step<nets::lstm>(lstm_state, x, y);
}

static constinit nets::policy::network::state policy_state;
extern "C" void policy_layer(void const* x, void* y) {
    entries::take_step<nets::policy>(policy_state, x, y);
}
