// Tries to find a number outside of its linear bounds, as the program computes it or, in networks of
// relu, as it were if nothing was rounded:
//
//     ctnn_soundness_linear COUNT

#include <ctnn/verify/linear_bounds.hpp>

#include <cstdlib>

#include "try_network.hpp"

namespace {

using namespace soundness;

struct by_lines {
    template <class Network, class Box>
    static auto of(Network const& net, Box const& in) {
        return ctnn::linear_bounds(net, in);
    }
};

// With 64 bits of significand: its own roundings are far smaller than the bounds' room.
struct by_lines_and_real : by_lines {
    template <class Network, class Input>
    static auto real(Network const& net, Input const& input) {
        auto const step = []<std::size_t N>(auto const& p, std::array<long double, N> const& x,
                                            bool is_last) {
            std::array<long double, std::tuple_size_v<std::remove_cvref_t<decltype(p.biases)>>> y{};
            for (std::size_t j = 0; j < y.size(); ++j) {
                y[j] = static_cast<long double>(p.biases[j]);
                for (std::size_t i = 0; i < N; ++i)
                    y[j] += x[i] * static_cast<long double>(p.weights[i][j]);
                if (!is_last && y[j] < 0)
                    y[j] = 0;
            }
            return y;
        };
        std::array<long double, Network::input_size> x{};
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = static_cast<long double>(input[i]);
        return step(net.template layer<2>(),
                    step(net.template layer<1>(), step(net.template layer<0>(), x, false), false),
                    true);
    }
};

template <class T, class A>
using small =
    ctnn::network<T, ctnn::input<3>, ctnn::dense<6, A>, ctnn::dense<5, A>, ctnn::dense<2>>;

template <class T>
void try_all(draw& random, std::uint64_t count, tally& total) {
    std::uint64_t const each = count / 20;
    try_network<by_lines_and_real, small<T, ctnn::relu>>("relu", random, 4 * each, total);
    try_network<by_lines, small<T, ctnn::leaky_relu>>("leaky_relu", random, each, total);
    try_network<by_lines, small<T, ctnn::tanh>>("tanh", random, each, total);
    try_network<by_lines, small<T, ctnn::sigmoid>>("sigmoid", random, each, total);
    try_network<by_lines, small<T, ctnn::silu>>("silu", random, each, total);
    try_network<by_lines, ctnn::network<T, ctnn::input<3>, ctnn::dense<8, ctnn::relu>,
                                        ctnn::dense<4, ctnn::softmax>>>("relu and softmax", random,
                                                                        each, total);
    try_network<by_lines,
                ctnn::network<T, ctnn::input<3>, ctnn::dense<5, ctnn::softmax>, ctnn::dense<3>>>(
        "softmax in the middle", random, each, total);
    try_network<by_lines, ctnn::network<T, ctnn::input<1>, ctnn::dense<1>>>("one neuron", random,
                                                                            each, total);
}

} // namespace

int main(int count, char** arguments) {
    std::uint64_t const number = count == 2 ? std::strtoull(arguments[1], nullptr, 10) : 0;
    if (number == 0) {
        std::puts("usage: ctnn_soundness_linear COUNT");
        return 2;
    }
    tally total;
    draw random(20261126);
    try_all<float>(random, number, total);
    try_all<double>(random, number, total);
    return is_sound(total) ? 0 : 1;
}
