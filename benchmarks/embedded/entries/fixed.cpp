// All networks in fixed point.

#include "../nets/a.hpp"
#include "../nets/b.hpp"
#include "../nets/digits.hpp"
#include "../nets/in_fixed_point.hpp"
#include "entry.hpp"

namespace {

using a = nets::in_fixed_point<nets::a>;
using b = nets::in_fixed_point<nets::b>;
using digits = nets::in_fixed_point<nets::digits>;

template <class Net>
constinit ctnn::training_result<typename Net::network> learner{Net::initial};

} // namespace

extern "C" void a_fixed_inference(void const* x, void* y) {
    entries::infer<a>(x, y);
}
extern "C" void a_fixed_step(void const* x, void* target) {
    entries::step<a>(learner<a>, x, target);
}

extern "C" void b_fixed_inference(void const* x, void* y) {
    entries::infer<b>(x, y);
}
extern "C" void b_fixed_step(void const* x, void* target) {
    entries::step<b>(learner<b>, x, target);
}

extern "C" void digits_fixed_inference(void const* x, void* y) {
    entries::infer<digits>(x, y);
}
extern "C" void digits_fixed_step(void const* x, void* target) {
    entries::step<digits>(learner<digits>, x, target);
}
