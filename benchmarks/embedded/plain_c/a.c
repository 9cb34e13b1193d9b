#include "plain.h"

extern const float a_parameters[];
extern float a_trainable[];
float a_loss;

enum { second = 5 * 16, third = second + 17 * 16 };

static inline void forward(const float *p, const float *x, float *h, float *g, float *y) {
    dense(p, x, h, 4, 16);
    relu(h, 16);
    dense(p + second, h, g, 16, 16);
    relu(g, 16);
    dense(p + third, g, y, 16, 3);
    softmax(y, 3);
}

void a_plain_inference(const float *x, float *y) {
    float h[16], g[16];
    forward(a_parameters, x, h, g, y);
}

void a_plain_step(const float *x, const float *t) {
    float *p = a_trainable, h[16], g[16], y[3], dy[3], dg[16], dh[16];
    forward(p, x, h, g, y);
    a_loss = cross_entropy(y, t, dy, 3);
    dense_backward(p + third, dy, dg, 16, 3);
    dense_learn(p + third, g, dy, 16, 3, RATE);
    relu_backward(g, dg, 16);
    dense_backward(p + second, dg, dh, 16, 16);
    dense_learn(p + second, h, dg, 16, 16, RATE);
    relu_backward(h, dh, 16);
    dense_learn(p, x, dh, 4, 16, RATE);
}
