#pragma once

// The networks of the benchmark in Eigen, of fixed size, as somebody who knows Eigen writes them:
// one step of gradient descent or of Adam for a sample, or for some samples that are columns of a matrix.

#include "compare.hpp"

#ifdef CTNN_HAS_EIGEN

// The largest network would be refused as a local variable; it is not one.
#define EIGEN_STACK_ALLOCATION_LIMIT 0
#include <Eigen/Dense>
#include <cmath>
#include <ctnn/optimizer/adam.hpp>

namespace benchmark::eigen {

template <int Rows, int Columns = 1>
using matrix = Eigen::Matrix<float, Rows, Columns>;

// An activation, and from dL/dy to dL/dv. For those that end a network dL/dy already is dL/dv.
template <class Activation>
struct activation;

template <>
struct activation<ctnn::relu> {
    template <class M>
    static M value(M const& v) {
        return v.cwiseMax(0.0F);
    }
    template <class M>
    static M derivative(M const& y, M const& dy) {
        return (dy.array() * (y.array() > 0.0F).template cast<float>()).matrix();
    }
};
template <>
struct activation<ctnn::tanh> {
    template <class M>
    static M value(M const& v) {
        return v.array().tanh().matrix();
    }
    template <class M>
    static M derivative(M const& y, M const& dy) {
        return (dy.array() * (1.0F - y.array().square())).matrix();
    }
};
template <>
struct activation<ctnn::identity> {
    template <class M>
    static M const& value(M const& v) {
        return v;
    }
    template <class M>
    static M const& derivative(M const&, M const& dy) {
        return dy;
    }
};
template <>
struct activation<ctnn::softmax> : activation<ctnn::identity> {
    template <class M>
    static M value(M const& v) {
        if constexpr (M::ColsAtCompileTime == 1) {
            M const e = (v.array() - v.maxCoeff()).exp();
            return e / e.sum();
        } else {
            M const shifted = v.rowwise() - v.colwise().maxCoeff();
            M const e = shifted.array().exp();
            return e.array().rowwise() / e.array().colwise().sum();
        }
    }
};

// The mean loss of the columns, and its derivative by the last layer's v.
template <class Loss>
struct loss;

template <>
struct loss<ctnn::cross_entropy> {
    template <class M>
    static float value(M const& y, M const& target) {
        return -(target.array() * y.array().log()).sum() / float(M::ColsAtCompileTime);
    }
    template <class M>
    static M derivative(M const& y, M const& target) {
        return (y - target) / float(M::ColsAtCompileTime);
    }
};
template <>
struct loss<ctnn::mean_squared_error> {
    template <class M>
    static float value(M const& y, M const& target) {
        return (y - target).squaredNorm() / float(M::SizeAtCompileTime);
    }
    template <class M>
    static M derivative(M const& y, M const& target) {
        return (y - target) * (2.0F / float(M::SizeAtCompileTime));
    }
};

// A step of the parameters of a layer, whose inputs are x.
class descent {
public:
    using optimizer = ctnn::sgd;
    static constexpr char const* name = "training";
    static constexpr optimizer same() { return {.learning_rate = learning_rate}; }

    template <class M>
    struct memory {};

    void begin() {}
    template <class M, class D, class X>
    void step_of_weights(M& weights, D const& dv, X const& x, memory<M>&) const {
        weights.noalias() -= learning_rate * dv * x.transpose();
    }
    template <class M, class D>
    void step_of_biases(M& biases, D const& dv, memory<M>&) const {
        biases -= learning_rate * dv.rowwise().sum();
    }
};

class adam {
public:
    using optimizer = ctnn::adam;
    static constexpr char const* name = "adam";
    static constexpr optimizer same() { return {.learning_rate = learning_rate}; }

    template <class M>
    struct memory {
        M mean = M::Zero();
        M square = M::Zero();
    };

    void begin() {
        power1 *= beta1;
        power2 *= beta2;
        rate = learning_rate / (1 - power1);
        root = 1 / std::sqrt(1 - power2);
    }
    template <class M, class D, class X>
    void step_of_weights(M& weights, D const& dv, X const& x, memory<M>& past) const {
        M gradient;
        gradient.noalias() = dv * x.transpose();
        step(weights, gradient, past);
    }
    template <class M, class D>
    void step_of_biases(M& biases, D const& dv, memory<M>& past) const {
        M const gradient = dv.rowwise().sum();
        step(biases, gradient, past);
    }

private:
    template <class M>
    void step(M& p, M const& gradient, memory<M>& past) const {
        auto const g = gradient.array();
        past.mean.array() = beta1 * past.mean.array() + (1 - beta1) * g;
        past.square.array() = beta2 * past.square.array() + (1 - beta2) * g.square();
        p.array() -= rate * past.mean.array() / (root * past.square.array().sqrt() + epsilon);
    }

    static constexpr float beta1 = 0.9F, beta2 = 0.999F, epsilon = 1e-8F;
    float power1 = 1, power2 = 1, rate = 0, root = 0;
};

template <class Rule, class Loss, int Inputs, class... Layers>
struct chain;

template <class Rule, class Loss, int Inputs>
struct chain<Rule, Loss, Inputs> {
    using output = matrix<Inputs>;

    template <std::size_t, class Network>
    void assign(Network const&) {}
    template <class M>
    M const& operator()(M const& x) const {
        return x;
    }
    template <bool, class M>
    M learn(M const& y, M const& target, Rule const&, float& value) {
        value = loss<Loss>::value(y, target);
        return loss<Loss>::derivative(y, target);
    }
};

template <class Rule, class Loss, int Inputs, std::size_t Outputs, class Activation,
          class... Layers>
struct chain<Rule, Loss, Inputs, ctnn::dense<Outputs, Activation>, Layers...> {
    static constexpr int outputs = static_cast<int>(Outputs);
    using rest_of_chain = chain<Rule, Loss, outputs, Layers...>;
    using output = typename rest_of_chain::output;

    matrix<outputs, Inputs> weights;
    matrix<outputs> biases;
    [[no_unique_address]] typename Rule::template memory<matrix<outputs, Inputs>> of_weights;
    [[no_unique_address]] typename Rule::template memory<matrix<outputs>> of_biases;
    rest_of_chain rest;

    template <int Columns>
    matrix<outputs, Columns> layer(matrix<Inputs, Columns> const& x) const {
        matrix<outputs, Columns> v;
        if constexpr (Columns == 1)
            v = weights * x + biases;
        else {
            v.noalias() = weights * x;
            v.colwise() += biases;
        }
        return activation<Activation>::value(v);
    }

    template <int Columns>
    auto operator()(matrix<Inputs, Columns> const& x) const {
        return matrix<output::RowsAtCompileTime, Columns>(rest(layer(x)));
    }

    // Gives dL/dx, as it is before this layer's step, where somebody needs it.
    template <bool IsFirst = true, int Columns, class Target>
    auto learn(matrix<Inputs, Columns> const& x, Target const& target, Rule const& rule,
               float& value) {
        matrix<outputs, Columns> const y = layer(x);
        matrix<outputs, Columns> const dv = activation<Activation>::derivative(
            y, rest.template learn<false>(y, target, rule, value));
        matrix<IsFirst ? 0 : Inputs, Columns> dx;
        if constexpr (!IsFirst)
            dx.noalias() = weights.transpose() * dv;
        rule.step_of_weights(weights, dv, x, of_weights);
        rule.step_of_biases(biases, dv, of_biases);
        return dx;
    }

    template <std::size_t Index = 0, class Network>
    void assign(Network const& net) {
        auto const& p = net.template layer<Index>();
        for (std::size_t i = 0; i < std::size_t{Inputs}; ++i)
            for (std::size_t j = 0; j < Outputs; ++j)
                weights(static_cast<int>(j), static_cast<int>(i)) = p.weights[i][j];
        for (std::size_t j = 0; j < Outputs; ++j)
            biases(static_cast<int>(j)) = p.biases[j];
        rest.template assign<Index + 1>(net);
    }
};

template <class Rule, class Network, class Loss>
struct chain_of;
template <class Rule, std::size_t Inputs, class... Layers, class Loss>
struct chain_of<Rule, ctnn::network<float, ctnn::input<Inputs>, Layers...>, Loss> {
    using type = chain<Rule, Loss, static_cast<int>(Inputs), Layers...>;
};

// The peer of a net: what it is compared with is written against this.
template <class Net, class Rule>
struct network : chain_of<Rule, typename Net::network, typename Net::loss>::type {
    static constexpr char const* name = "Eigen";
    using rule_type = Rule;
    static constexpr int inputs = static_cast<int>(Net::network::input_size);
    static constexpr int outputs = static_cast<int>(Net::network::output_size);
    static constexpr int batch = static_cast<int>(batch_size);
    using input = matrix<inputs>;
    using target = matrix<outputs>;

    struct batch_of_samples {
        matrix<inputs, batch> input;
        matrix<outputs, batch> target;
    };

    explicit network(typename Net::network const& net) { this->assign(net); }

    template <class X, class Target>
    void learn_from(X const& x, Target const& wanted, float& value) {
        rule.begin();
        this->learn(x, wanted, rule, value);
    }

    static input input_of(typename Net::network::input_type const& x) {
        return Eigen::Map<input const>(x.data());
    }
    static target target_of(typename Net::network::output_type const& t) {
        return Eigen::Map<target const>(t.data());
    }

private:
    [[no_unique_address]] Rule rule;
};

} // namespace benchmark::eigen

#endif

template <class Net>
std::unique_ptr<benchmark::any_comparison> benchmark::against_eigen([[maybe_unused]] Net net) {
#ifdef CTNN_HAS_EIGEN
    return std::make_unique<comparison<Net, eigen::network<Net, eigen::descent>>>(net);
#else
    return nullptr;
#endif
}

template <class Net>
std::unique_ptr<benchmark::any_comparison> benchmark::adam_against_eigen([[maybe_unused]] Net net) {
#ifdef CTNN_HAS_EIGEN
    return std::make_unique<comparison<Net, eigen::network<Net, eigen::adam>>>(net);
#else
    return nullptr;
#endif
}
