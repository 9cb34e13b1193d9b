#include "../nets/digits.hpp"
#include "entry.hpp"

extern "C" void digits_inference(void const* x, void* y) {
    entries::infer<nets::digits>(x, y);
}

static constinit ctnn::training_result<nets::digits::network> learner{nets::digits::initial};

extern "C" void digits_step(void const* x, void* target) {
    entries::step<nets::digits>(learner, x, target);
}

// For plain C, which knows the layout: of each layer weights[input][output], then biases.
extern "C" nets::digits::network const digits_parameters = nets::digits::initial;
extern "C" constinit nets::digits::network digits_trainable = nets::digits::initial;
