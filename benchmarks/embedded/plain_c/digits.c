#include "plain.h"

extern const float digits_parameters[];
extern float digits_trainable[];
float digits_loss;

enum { second = 65 * 32 };

static inline void forward(const float *p, const float *x, float *h, float *y) {
    dense(p, x, h, 64, 32);
    relu(h, 32);
    dense(p + second, h, y, 32, 10);
    softmax(y, 10);
}

void digits_plain_inference(const float *x, float *y) {
    float h[32];
    forward(digits_parameters, x, h, y);
}

void digits_plain_step(const float *x, const float *t) {
    float *p = digits_trainable, h[32], y[10], dy[10], dh[32];
    forward(p, x, h, y);
    digits_loss = cross_entropy(y, t, dy, 10);
    dense_backward(p + second, dy, dh, 32, 10);
    dense_learn(p + second, h, dy, 32, 10, RATE);
    relu_backward(h, dh, 32);
    dense_learn(p, x, dh, 64, 32, RATE);
}
