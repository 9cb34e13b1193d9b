#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <ctnn/verify/detail/linear/linear_stage.hpp>

// Networks as real functions, with their derivatives by every input, in 64 bits of significand: own
// roundings are far smaller than those of double. Nothing of the library computes here.

namespace soundness {

using real = long double;

// As real functions, but with the constants that the program has; at a joint, the derivative from
// below.
template <class Activation, class T>
struct real_activation;

template <class T>
struct real_activation<ctnn::identity, T> {
    static real value(real x) { return x; }
    static real slope(real) { return 1; }
};
template <class T>
struct real_activation<ctnn::relu, T> {
    static real value(real x) { return x > 0 ? x : 0; }
    static real slope(real x) { return x > 0 ? 1 : 0; }
};
template <ctnn::real Slope, class T>
struct real_activation<ctnn::basic_leaky_relu<Slope>, T> {
    static constexpr real below = static_cast<real>(static_cast<T>(Slope.value));
    static real value(real x) { return x > 0 ? x : below * x; }
    static real slope(real x) { return x > 0 ? 1 : below; }
};
template <class T>
struct real_activation<ctnn::hard_tanh, T> {
    static real value(real x) { return x < -1 ? -1 : x > 1 ? 1 : x; }
    static real slope(real x) { return x > -1 && x <= 1 ? 1 : 0; }
};
template <class T>
struct real_activation<ctnn::hard_sigmoid, T> {
    static real value(real x) { return x < -3 ? 0 : x > 3 ? 1 : x / 6 + 0.5l; }
    static real slope(real x) { return x > -3 && x <= 3 ? 1.0l / 6 : 0; }
};
template <ctnn::real Scale, class T>
struct real_activation<ctnn::basic_elu<Scale>, T> {
    static constexpr real scale = static_cast<real>(static_cast<T>(Scale.value));
    static real value(real x) { return x > 0 ? x : scale * std::expm1(x); }
    static real slope(real x) { return x > 0 ? 1 : scale * std::exp(x); }
};
template <class T>
struct real_activation<ctnn::sigmoid, T> {
    static real value(real x) { return 1 / (1 + std::exp(-x)); }
    static real slope(real x) {
        real const half = std::cosh(x / 2);
        return 1 / (4 * half * half);
    }
};
template <class T>
struct real_activation<ctnn::tanh, T> {
    static real value(real x) { return std::tanh(x); }
    static real slope(real x) { return 1 / (std::cosh(x) * std::cosh(x)); }
};
template <class T>
struct real_activation<ctnn::softplus, T> {
    static real value(real x) { return (x > 0 ? x : 0) + std::log1p(std::exp(-std::abs(x))); }
    static real slope(real x) { return real_activation<ctnn::sigmoid, T>::value(x); }
};
template <class T>
struct real_activation<ctnn::silu, T> {
    using logistic = real_activation<ctnn::sigmoid, T>;
    static real value(real x) { return x * logistic::value(x); }
    static real slope(real x) { return logistic::value(x) + x * logistic::slope(x); }
};
template <class T>
struct real_activation<ctnn::gelu, T> {
    static real below(real x) { return std::erfc(-x / std::sqrt(2.0l)) / 2; }
    static real value(real x) { return x * below(x); }
    static real slope(real x) {
        return below(x) + x * std::exp(-x * x / 2) / std::sqrt(8 * std::atan(1.0l));
    }
};

template <class T>
struct real_activation<ctnn::relu6, T> {
    static real value(real x) { return x < 0 ? 0 : x > 6 ? 6 : x; }
    static real slope(real x) { return x > 0 && x <= 6 ? 1 : 0; }
};
template <class T>
struct real_activation<ctnn::selu, T> {
    static constexpr real scale = 1.0507009873554804934193349852946l;
    static constexpr real alpha = 1.6732632423543772848170429916717l;
    static real value(real x) { return scale * (x > 0 ? x : alpha * std::expm1(x)); }
    static real slope(real x) { return scale * (x > 0 ? 1 : alpha * std::exp(x)); }
};
template <class T>
struct real_activation<ctnn::mish, T> {
    using soft = real_activation<ctnn::softplus, T>;
    static real value(real x) { return x * std::tanh(soft::value(x)); }
    static real slope(real x) {
        real const c = std::cosh(soft::value(x));
        return std::tanh(soft::value(x)) + (x < 10'000 ? x * soft::slope(x) / (c * c) : 0);
    }
};
template <class T>
struct real_activation<ctnn::hard_swish, T> {
    static real value(real x) { return x < -3 ? 0 : x > 3 ? x : x * (x / 6 + 0.5l); }
    static real slope(real x) { return x <= -3 ? 0 : x > 3 ? 1 : x / 3 + 0.5l; }
};
template <class T>
struct real_activation<ctnn::softsign, T> {
    static real value(real x) { return x / (1 + std::abs(x)); }
    static real slope(real x) { return 1 / ((1 + std::abs(x)) * (1 + std::abs(x))); }
};
template <ctnn::real Scale, class T>
struct real_activation<ctnn::basic_celu<Scale>, T> {
    static constexpr real scale = static_cast<real>(static_cast<T>(Scale.value));
    static real value(real x) { return x > 0 ? x : scale * std::expm1(x / scale); }
    static real slope(real x) { return x > 0 ? 1 : std::exp(x / scale); }
};
template <class T>
struct real_activation<ctnn::log_sigmoid, T> {
    using mirror = real_activation<ctnn::softplus, T>;
    static real value(real x) { return -mirror::value(-x); }
    static real slope(real x) { return mirror::slope(-x); }
};

template <std::size_t Outputs, std::size_t Inputs>
struct real_result {
    std::array<real, Outputs> y{};
    std::array<std::array<real, Inputs>, Outputs> slopes{};
};

template <std::size_t Index, class Network, std::size_t Size, std::size_t Inputs>
auto real_layers(Network const& net, real_result<Size, Inputs> const& in);

// Adds what branch K of a layer gives to its output.
template <class Bound, std::size_t K, std::size_t Size, std::size_t Inputs, std::size_t Outputs>
void add_branch(typename Bound::parameters const& p, real_result<Size, Inputs> const& in,
                real_result<Outputs, Inputs>& v) {
    auto const add = [&v](auto const& from) {
        for (std::size_t i = 0; i < from.y.size(); ++i) {
            std::size_t const j = Bound::join::template place<K>(i);
            v.y[j] += from.y[i];
            for (std::size_t k = 0; k < Inputs; ++k)
                v.slopes[j][k] += from.slopes[i][k];
        }
    };
    if constexpr (Bound::template branch<K>::depth == 0)
        add(in);
    else
        add(real_layers<0>(Bound::template part<K>(p), in));
}

// Multiplies it with what branch K gives.
template <class Bound, std::size_t K, std::size_t Size, std::size_t Inputs, std::size_t Outputs>
void multiply_branch(typename Bound::parameters const& p, real_result<Size, Inputs> const& in,
                     real_result<Outputs, Inputs>& v) {
    auto const multiply = [&v](auto const& with) {
        for (std::size_t j = 0; j < Outputs; ++j) {
            for (std::size_t k = 0; k < Inputs; ++k)
                v.slopes[j][k] = K == 0 ? with.slopes[j][k]
                                        : v.slopes[j][k] * with.y[j] + v.y[j] * with.slopes[j][k];
            v.y[j] = K == 0 ? with.y[j] : v.y[j] * with.y[j];
        }
    };
    if constexpr (Bound::template branch<K>::depth == 0)
        multiply(in);
    else
        multiply(real_layers<0>(Bound::template part<K>(p), in));
}

// One layer, and those after it.
template <std::size_t Index, class Network, std::size_t Size, std::size_t Inputs>
auto real_layers(Network const& net, real_result<Size, Inputs> const& in) {
    using stage = typename Network::template stage<Index>;
    using activation = typename stage::activation;
    constexpr std::size_t inputs = Inputs, outputs = stage::output_size;
    real_result<outputs, inputs> v;
    [[maybe_unused]] auto const& p = net.template layer<Index>();
    if constexpr (ctnn::placed::is_affine<stage>) {
        for (std::size_t j = 0; j < outputs; ++j) {
            v.y[j] = static_cast<real>(ctnn::placed::bias_of<stage>(p, j));
            for (std::size_t t = 0; t < ctnn::placed::terms<stage>; ++t) {
                std::size_t const i = ctnn::placed::input_of<stage>(j, t);
                if (i == Size)
                    continue;
                real const w = static_cast<real>(ctnn::placed::weight_of<stage>(p, t, j));
                v.y[j] += w * in.y[i];
                for (std::size_t k = 0; k < inputs; ++k)
                    v.slopes[j][k] += w * in.slopes[i][k];
            }
        }
    } else if constexpr (ctnn::placed::is_activate<typename stage::descriptor>) {
        v = in;
    } else if constexpr (ctnn::customization::bends<typename stage::bound>) {
        for (std::size_t j = 0; j < outputs; ++j) {
            real const slope = in.y[j] > 0 ? 1 : static_cast<real>(stage::bound::slope_below(p, j));
            v.y[j] = slope * in.y[j];
            for (std::size_t k = 0; k < inputs; ++k)
                v.slopes[j][k] = slope * in.slopes[j][k];
        }
    } else if constexpr (ctnn::placed::multiplies_branches<typename stage::bound>) {
        [&]<std::size_t... K>(std::index_sequence<K...>) {
            (multiply_branch<typename stage::bound, K>(p, in, v), ...);
        }
        (std::make_index_sequence<stage::bound::branch_count>{});
    } else if constexpr (ctnn::placed::adds_branches<typename stage::bound>) {
        [&]<std::size_t... K>(std::index_sequence<K...>) {
            (add_branch<typename stage::bound, K>(p, in, v), ...);
        }
        (std::make_index_sequence<stage::bound::branch_count>{});
    } else { // (its own code; nobody asks for its slopes)
        using bound = typename ctnn::detail::binding<typename stage::descriptor, real,
                                                     typename stage::input_shape>::type;
        typename bound::parameters q{};
        if constexpr (stage::has_parameters)
            ctnn::detail::for_each_block(
                [](auto from, auto to) {
                    for (std::size_t i = 0; i < decltype(from)::size; ++i)
                        to.data[i] = static_cast<real>(from.data[i]);
                },
                p, q);
        v.y = bound::forward(q, in.y);
    }
    real_result<outputs, inputs> out;
    if constexpr (std::is_same_v<activation, ctnn::softmax>) {
        real most = v.y[0], sum = 0;
        for (real const y : v.y)
            most = std::max(most, y);
        for (std::size_t j = 0; j < outputs; ++j)
            sum += out.y[j] = std::exp(v.y[j] - most);
        for (real& y : out.y)
            y /= sum;
        for (std::size_t k = 0; k < inputs; ++k) {
            real mean = 0;
            for (std::size_t j = 0; j < outputs; ++j)
                mean += out.y[j] * v.slopes[j][k];
            for (std::size_t j = 0; j < outputs; ++j)
                out.slopes[j][k] = out.y[j] * (v.slopes[j][k] - mean);
        }
    } else if constexpr (std::is_same_v<activation, ctnn::log_softmax>) {
        real most = v.y[0], sum = 0;
        for (real const y : v.y)
            most = std::max(most, y);
        for (real const y : v.y)
            sum += std::exp(y - most);
        for (std::size_t j = 0; j < outputs; ++j)
            out.y[j] = v.y[j] - most - std::log(sum);
        for (std::size_t k = 0; k < inputs; ++k) {
            real mean = 0;
            for (std::size_t j = 0; j < outputs; ++j)
                mean += std::exp(out.y[j]) * v.slopes[j][k];
            for (std::size_t j = 0; j < outputs; ++j)
                out.slopes[j][k] = v.slopes[j][k] - mean;
        }
    } else {
        using function = real_activation<activation, typename Network::scalar>;
        for (std::size_t j = 0; j < outputs; ++j) {
            out.y[j] = function::value(v.y[j]);
            real const slope = function::slope(v.y[j]);
            for (std::size_t k = 0; k < inputs; ++k)
                out.slopes[j][k] = slope * v.slopes[j][k];
        }
    }
    if constexpr (Index + 1 == Network::depth)
        return out;
    else
        return real_layers<Index + 1>(net, out);
}

template <class Network>
auto real_network(Network const& net, typename Network::input_type const& x) {
    constexpr std::size_t inputs = Network::input_size;
    real_result<inputs, inputs> in;
    for (std::size_t i = 0; i < inputs; ++i) {
        in.y[i] = static_cast<real>(x[i]);
        in.slopes[i][i] = 1;
    }
    return real_layers<0>(net, in);
}

} // namespace soundness
