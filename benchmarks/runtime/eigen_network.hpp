#pragma once

// The networks of the benchmark in Eigen, of fixed size, as somebody who knows Eigen writes them:
// relu layers, softmax at the end, cross-entropy, one step of gradient descent a sample.

#ifdef CTNN_HAS_EIGEN

// The largest network would be refused as a local variable; it is not one.
#define EIGEN_STACK_ALLOCATION_LIMIT 0
#include <Eigen/Dense>

namespace benchmark::eigen {

template <class Scalar, int Size>
using vector = Eigen::Matrix<Scalar, Size, 1>;

template <class Scalar, int Inputs, int Outputs>
struct dense {
    Eigen::Matrix<Scalar, Outputs, Inputs> weights;
    vector<Scalar, Outputs> biases;

    using input = vector<Scalar, Inputs>;
    using output = vector<Scalar, Outputs>;

    output affine(input const& x) const { return weights * x + biases; }
    output relu(input const& x) const { return (weights * x + biases).cwiseMax(Scalar(0)); }
    output softmax(input const& x) const {
        output const v = affine(x);
        output const e = (v.array() - v.maxCoeff()).exp();
        return e / e.sum();
    }

    // The derivative by the relu before, whose value x was.
    input backward(input const& x, output const& dv) const {
        return ((weights.transpose() * dv).array() *
                (x.array() > Scalar(0)).template cast<Scalar>())
            .matrix();
    }
    void descend(input const& x, output const& dv, Scalar rate) {
        weights.noalias() -= rate * dv * x.transpose();
        biases -= rate * dv;
    }

    template <class Parameters>
    void assign(Parameters const& p) {
        for (int i = 0; i < Inputs; ++i)
            for (int j = 0; j < Outputs; ++j)
                weights(j, i) = p.weights[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
        for (int j = 0; j < Outputs; ++j)
            biases(j) = p.biases[static_cast<std::size_t>(j)];
    }
};

template <class Output>
auto cross_entropy(Output const& y, Output const& target) {
    return -(target.array() * y.array().log()).sum();
}

template <class Scalar, int Inputs, int Hidden, int Outputs>
struct two_layers {
    dense<Scalar, Inputs, Hidden> first;
    dense<Scalar, Hidden, Outputs> second;

    using input = vector<Scalar, Inputs>;
    using output = vector<Scalar, Outputs>;

    template <class Network>
    explicit two_layers(Network const& net) {
        first.assign(net.template layer<0>());
        second.assign(net.template layer<1>());
    }

    output operator()(input const& x) const { return second.softmax(first.relu(x)); }

    Scalar step(input const& x, output const& target, Scalar rate) {
        auto const h = first.relu(x);
        auto const y = second.softmax(h);
        output const d1 = y - target;
        auto const d0 = second.backward(h, d1);
        second.descend(h, d1, rate);
        first.descend(x, d0, rate);
        return cross_entropy(y, target);
    }
};

template <class Scalar, int Inputs, int Hidden0, int Hidden1, int Outputs>
struct three_layers {
    dense<Scalar, Inputs, Hidden0> first;
    dense<Scalar, Hidden0, Hidden1> second;
    dense<Scalar, Hidden1, Outputs> third;

    using input = vector<Scalar, Inputs>;
    using output = vector<Scalar, Outputs>;

    template <class Network>
    explicit three_layers(Network const& net) {
        first.assign(net.template layer<0>());
        second.assign(net.template layer<1>());
        third.assign(net.template layer<2>());
    }

    output operator()(input const& x) const { return third.softmax(second.relu(first.relu(x))); }

    Scalar step(input const& x, output const& target, Scalar rate) {
        auto const h = first.relu(x);
        auto const g = second.relu(h);
        auto const y = third.softmax(g);
        output const d2 = y - target;
        auto const d1 = third.backward(g, d2);
        auto const d0 = second.backward(h, d1);
        third.descend(g, d2, rate);
        second.descend(h, d1, rate);
        first.descend(x, d0, rate);
        return cross_entropy(y, target);
    }
};

} // namespace benchmark::eigen

#endif
