// All networks in integers of 8 bits, which do not learn.

#include "../nets/a.hpp"
#include "../nets/b.hpp"
#include "../nets/digits.hpp"
#include "../nets/in_int8.hpp"
#include "entry.hpp"

extern "C" void a_int8_inference(void const* x, void* y) {
    entries::infer_in_integers<nets::in_int8<nets::a>>(x, y);
}

extern "C" void b_int8_inference(void const* x, void* y) {
    entries::infer_in_integers<nets::in_int8<nets::b>>(x, y);
}

extern "C" void digits_int8_inference(void const* x, void* y) {
    entries::infer_in_integers<nets::in_int8<nets::digits>>(x, y);
}
