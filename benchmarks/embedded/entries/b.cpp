#include "../nets/b.hpp"
#include "entry.hpp"

extern "C" void b_inference(void const* x, void* y) {
    entries::infer<nets::b>(x, y);
}

static constinit ctnn::training_result<nets::b::network> learner{nets::b::initial};

extern "C" void b_step(void const* x, void* target) {
    entries::step<nets::b>(learner, x, target);
}

// For plain C, which knows the layout: of each layer weights[input][output], then biases.
extern "C" nets::b::network const b_parameters = nets::b::initial;
extern "C" constinit nets::b::network b_trainable = nets::b::initial;
