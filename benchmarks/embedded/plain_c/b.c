#include "plain.h"

extern const float b_parameters[];
extern float b_trainable[];
float b_loss;

enum { second = 17 * 32, third = second + 33 * 32 };

static inline void forward(const float *p, const float *x, float *h, float *g, float *y) {
    dense(p, x, h, 16, 32);
    tanh_all(h, 32);
    dense(p + second, h, g, 32, 32);
    tanh_all(g, 32);
    dense(p + third, g, y, 32, 4);
}

void b_plain_inference(const float *x, float *y) {
    float h[32], g[32];
    forward(b_parameters, x, h, g, y);
}

void b_plain_step(const float *x, const float *t) {
    float *p = b_trainable, h[32], g[32], y[4], dy[4], dg[32], dh[32];
    forward(p, x, h, g, y);
    b_loss = mean_squared_error(y, t, dy, 4);
    dense_backward(p + third, dy, dg, 32, 4);
    dense_learn(p + third, g, dy, 32, 4, RATE);
    tanh_backward(g, dg, 32);
    dense_backward(p + second, dg, dh, 32, 32);
    dense_learn(p + second, h, dg, 32, 32, RATE);
    tanh_backward(h, dh, 32);
    dense_learn(p, x, dh, 16, 32, RATE);
}
