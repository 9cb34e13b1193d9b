/* The same networks in plain C, as one writes them by hand: loops over layers whose sizes are constants, the C
   library's functions, the compiler's default arithmetic. Parameters lie as in ctnn: of each layer
   weights[input][output], then biases. */
#ifndef PLAIN_H
#define PLAIN_H

float expf(float);
float tanhf(float);
float logf(float);

static inline void dense(const float *p, const float *x, float *y, int inputs, int outputs) {
    const float *biases = p + inputs * outputs;
    for (int j = 0; j < outputs; ++j) {
        float sum = biases[j];
        for (int i = 0; i < inputs; ++i)
            sum += x[i] * p[i * outputs + j];
        y[j] = sum;
    }
}

static inline void relu(float *v, int size) {
    for (int i = 0; i < size; ++i)
        v[i] = v[i] < 0 ? 0 : v[i];
}

static inline void tanh_all(float *v, int size) {
    for (int i = 0; i < size; ++i)
        v[i] = tanhf(v[i]);
}

static inline void softmax(float *v, int size) {
    float most = v[0], sum = 0;
    for (int i = 1; i < size; ++i)
        most = v[i] > most ? v[i] : most;
    for (int i = 0; i < size; ++i)
        sum += v[i] = expf(v[i] - most);
    for (int i = 0; i < size; ++i)
        v[i] /= sum;
}

/* dx = dy W^T, before the layer learns. */
static inline void dense_backward(const float *p, const float *dy, float *dx, int inputs, int outputs) {
    for (int i = 0; i < inputs; ++i) {
        float sum = 0;
        for (int j = 0; j < outputs; ++j)
            sum += p[i * outputs + j] * dy[j];
        dx[i] = sum;
    }
}

static inline void dense_learn(float *p, const float *x, const float *dy, int inputs, int outputs, float rate) {
    for (int i = 0; i < inputs; ++i)
        for (int j = 0; j < outputs; ++j)
            p[i * outputs + j] -= rate * (x[i] * dy[j]);
    for (int j = 0; j < outputs; ++j)
        p[inputs * outputs + j] -= rate * dy[j];
}

static inline void relu_backward(const float *y, float *d, int size) {
    for (int i = 0; i < size; ++i)
        d[i] = y[i] > 0 ? d[i] : 0;
}

static inline void tanh_backward(const float *y, float *d, int size) {
    for (int i = 0; i < size; ++i)
        d[i] *= 1 - y[i] * y[i];
}

/* Cross-entropy after softmax. */
static inline float cross_entropy(const float *y, const float *t, float *d, int size) {
    float loss = 0;
    for (int i = 0; i < size; ++i) {
        if (t[i] > 0)
            loss -= t[i] * logf(y[i]);
        d[i] = y[i] - t[i];
    }
    return loss;
}

static inline float mean_squared_error(const float *y, const float *t, float *d, int size) {
    float loss = 0;
    for (int i = 0; i < size; ++i) {
        const float e = y[i] - t[i];
        loss += e * e;
        d[i] = 2 * e / size;
    }
    return loss / size;
}

#define RATE 0.01f

#endif
