#include "../nets/a.hpp"
#include "entry.hpp"

extern "C" void a_inference(void const* x, void* y) {
    entries::infer<nets::a>(x, y);
}

static constinit ctnn::training_result<nets::a::network> learner{nets::a::initial};

extern "C" void a_step(void const* x, void* target) {
    entries::step<nets::a>(learner, x, target);
}

// What other optimizers take for the same step.
static constinit ctnn::learner_of<nets::a::network, ctnn::adam> adam_learner{nets::a::initial};
extern "C" void a_adam_step(void const* x, void* target) {
    entries::step<nets::a>(adam_learner, x, target, ctnn::adam{.learning_rate = 0.01});
}

static constinit ctnn::learner_of<nets::a::network, ctnn::sgd_momentum> momentum_learner{
    nets::a::initial};
extern "C" void a_momentum_step(void const* x, void* target) {
    entries::step<nets::a>(momentum_learner, x, target, ctnn::sgd_momentum{.learning_rate = 0.01});
}

// For plain C, which knows the layout: of each layer weights[input][output], then biases.
extern "C" nets::a::network const a_parameters = nets::a::initial;
extern "C" constinit nets::a::network a_trainable = nets::a::initial;
