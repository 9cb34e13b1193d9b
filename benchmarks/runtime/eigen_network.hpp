#pragma once

// The networks of the benchmark in Eigen, of fixed size, as somebody who knows Eigen writes them:
// one step of gradient descent for a sample, or for some samples that are columns of a matrix.

#include "compare.hpp"

#ifdef CTNN_HAS_EIGEN

// The largest network would be refused as a local variable; it is not one.
#define EIGEN_STACK_ALLOCATION_LIMIT 0
#include <Eigen/Dense>

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

template <class Loss, int Inputs, class... Layers>
struct chain;

template <class Loss, int Inputs>
struct chain<Loss, Inputs> {
    using output = matrix<Inputs>;

    template <std::size_t, class Network>
    void assign(Network const&) {}
    template <class M>
    M const& operator()(M const& x) const {
        return x;
    }
    template <bool, class M>
    M learn(M const& y, M const& target, float, float& value) {
        value = loss<Loss>::value(y, target);
        return loss<Loss>::derivative(y, target);
    }
};

template <class Loss, int Inputs, std::size_t Outputs, class Activation, class... Layers>
struct chain<Loss, Inputs, ctnn::dense<Outputs, Activation>, Layers...> {
    static constexpr int outputs = static_cast<int>(Outputs);
    using rest_of_chain = chain<Loss, outputs, Layers...>;
    using output = typename rest_of_chain::output;

    matrix<outputs, Inputs> weights;
    matrix<outputs> biases;
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
    auto learn(matrix<Inputs, Columns> const& x, Target const& target, float rate, float& value) {
        matrix<outputs, Columns> const y = layer(x);
        matrix<outputs, Columns> const dv = activation<Activation>::derivative(
            y, rest.template learn<false>(y, target, rate, value));
        matrix<IsFirst ? 0 : Inputs, Columns> dx;
        if constexpr (!IsFirst)
            dx.noalias() = weights.transpose() * dv;
        weights.noalias() -= rate * dv * x.transpose();
        biases -= rate * dv.rowwise().sum();
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

template <class Network, class Loss>
struct chain_of;
template <std::size_t Inputs, class... Layers, class Loss>
struct chain_of<ctnn::network<float, ctnn::input<Inputs>, Layers...>, Loss> {
    using type = chain<Loss, static_cast<int>(Inputs), Layers...>;
};

// The peer of a net: what it is compared with is written against this.
template <class Net>
struct network : chain_of<typename Net::network, typename Net::loss>::type {
    static constexpr char const* name = "Eigen";
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

    static input input_of(typename Net::network::input_type const& x) {
        return Eigen::Map<input const>(x.data());
    }
    static target target_of(typename Net::network::output_type const& t) {
        return Eigen::Map<target const>(t.data());
    }
};

} // namespace benchmark::eigen

#endif

template <class Net>
std::unique_ptr<benchmark::any_comparison> benchmark::against_eigen([[maybe_unused]] Net net) {
#ifdef CTNN_HAS_EIGEN
    return std::make_unique<comparison<Net, eigen::network<Net>>>(net);
#else
    return nullptr;
#endif
}
