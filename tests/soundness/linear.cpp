// Tries to find a number outside of its linear bounds, as the program computes it or as it were if
// nothing was rounded:
//
//     ctnn_soundness_linear COUNT

#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/linear_bounds.hpp>

#include <cstdlib>
#include <ctnn/activation/celu.hpp>
#include <ctnn/activation/elu.hpp>
#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/hard_sigmoid.hpp>
#include <ctnn/activation/hard_swish.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/log_sigmoid.hpp>
#include <ctnn/activation/mish.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/relu6.hpp>
#include <ctnn/activation/selu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/softplus.hpp>
#include <ctnn/activation/softsign.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/layer/parallel.hpp>
#include <ctnn/layer/prelu.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/layer/sequential.hpp>

#include "../support/neighbours.hpp"
#include "real_network.hpp"
#include "try_network.hpp"

namespace {

using namespace soundness;

struct by_lines {
    template <class Network, class Box>
    static auto of(Network const& net, Box const& in) {
        return ctnn::linear_bounds(net, in);
    }
    template <class Network, class Input>
    static auto real(Network const& net, Input const& input) {
        return real_network(net, input).y;
    }
};

template <class T, class A>
using small =
    ctnn::network<T, ctnn::input<3>, ctnn::dense<6, A>, ctnn::dense<5, A>, ctnn::dense<2>>;

// Deep enough for functions that are carried forward as well.
template <class T, class A>
using deep = ctnn::network<T, ctnn::input<3>, ctnn::dense<6, A>, ctnn::dense<7, A>,
                           ctnn::dense<5, A>, ctnn::dense<6, A>, ctnn::dense<2>>;

// Where a layer's own code computes, bounds are those of the program.
struct by_lines_of_program {
    template <class Network, class Box>
    static auto of(Network const& net, Box const& in) {
        return ctnn::linear_bounds(net, in);
    }
};

template <class T>
using windows =
    ctnn::network<T, ctnn::input<3, 2, 1>,
                  ctnn::conv2d<2, ctnn::kernel_size<2, 2>, ctnn::padding_same, ctnn::relu>,
                  ctnn::max_pool<ctnn::kernel_size<2, 1>, ctnn::strides<1, 1>>,
                  ctnn::conv2d<1, ctnn::kernel_size<2, 2>, ctnn::padding<1, 0>>, ctnn::relu,
                  ctnn::dense<2>>;
template <class T>
using branches =
    ctnn::network<T, ctnn::input<3>, ctnn::dense<5, ctnn::relu>,
                  ctnn::residual<ctnn::dense<4, ctnn::relu>,
                                 ctnn::residual<ctnn::dense<4, ctnn::tanh>>, ctnn::dense<5>>,
                  ctnn::relu, ctnn::dense<4>, ctnn::residual<ctnn::relu>, ctnn::dense<2>>;
template <class T>
using parts =
    ctnn::network<T, ctnn::input<3>, ctnn::dense<5, ctnn::relu>,
                  ctnn::residual<ctnn::dense<4, ctnn::relu>, ctnn::dense<5>>, ctnn::relu,
                  ctnn::dense<4>, support::neighbours, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;

template <class T>
void try_all(draw& random, std::uint64_t count, tally& total) {
    std::uint64_t const each = count / 58;
    try_network<by_lines, small<T, ctnn::relu>>("relu", random, 4 * each, total);
    try_network<by_lines, small<T, ctnn::leaky_relu>>("leaky_relu", random, each, total);
    try_network<by_lines, small<T, ctnn::tanh>>("tanh", random, each, total);
    try_network<by_lines, small<T, ctnn::sigmoid>>("sigmoid", random, each, total);
    try_network<by_lines, small<T, ctnn::silu>>("silu", random, each, total);
    try_network<by_lines, small<T, ctnn::gelu>>("gelu", random, each, total);
    try_network<by_lines, small<T, ctnn::elu>>("elu", random, each, total);
    try_network<by_lines, small<T, ctnn::softplus>>("softplus", random, each, total);
    try_network<by_lines, small<T, ctnn::hard_sigmoid>>("hard_sigmoid", random, each, total);
    try_network<by_lines, small<T, ctnn::relu6>>("relu6", random, each, total);
    try_network<by_lines, small<T, ctnn::selu>>("selu", random, each, total);
    try_network<by_lines, small<T, ctnn::mish>>("mish", random, each, total);
    try_network<by_lines, small<T, ctnn::hard_swish>>("hard_swish", random, each, total);
    try_network<by_lines, small<T, ctnn::softsign>>("softsign", random, each, total);
    try_network<by_lines, small<T, ctnn::celu>>("celu", random, each, total);
    try_network<by_lines, small<T, ctnn::basic_celu<0.5>>>("celu, 0.5", random, each, total);
    try_network<by_lines, small<T, ctnn::log_sigmoid>>("log_sigmoid", random, each, total);
    try_network<by_lines, deep<T, ctnn::relu6>>("deep: relu6", random, each, total);
    try_network<by_lines, deep<T, ctnn::relu>>("deep: relu", random, 4 * each, total);
    try_network<by_lines, deep<T, ctnn::leaky_relu>>("deep: leaky_relu", random, each, total);
    try_network<by_lines, deep<T, ctnn::tanh>>("deep: tanh", random, each, total);
    try_network<by_lines, deep<T, ctnn::silu>>("deep: silu", random, each, total);
    try_network<by_lines, deep<T, ctnn::gelu>>("deep: gelu", random, each, total);
    try_network<by_lines, deep<T, ctnn::elu>>("deep: elu", random, each, total);
    try_network<by_lines, deep<T, ctnn::hard_sigmoid>>("deep: hard_sigmoid", random, each, total);
    try_network<by_lines, ctnn::network<T, ctnn::input<3>, ctnn::relu, ctnn::dense<5>, ctnn::relu,
                                        ctnn::dense<4, ctnn::softmax>, ctnn::dense<3>, ctnn::tanh>>(
        "deep: layers of activations", random, each, total);
    try_network<by_lines, ctnn::network<T, ctnn::input<3>, ctnn::dense<8, ctnn::relu>,
                                        ctnn::dense<4, ctnn::softmax>>>("relu and softmax", random,
                                                                        each, total);
    try_network<by_lines,
                ctnn::network<T, ctnn::input<3>, ctnn::dense<5, ctnn::softmax>, ctnn::dense<3>>>(
        "softmax in the middle", random, each, total);
    try_network<by_lines, ctnn::network<T, ctnn::input<3>, ctnn::dense<5, ctnn::log_softmax>,
                                        ctnn::dense<4, ctnn::log_softmax>>>("log_softmax twice",
                                                                            random, each, total);
    try_network<by_lines, windows<T>>("windows and a pool", random, 2 * each, total);
    try_network<by_lines, branches<T>>("branches", random, 2 * each, total);
    try_network<by_lines, products<T>>("products and prelu", random, 2 * each, total);
    try_network<by_lines_of_program, parts<T>>("parts and own code", random, 2 * each, total);
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
