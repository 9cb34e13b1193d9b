// Tries to find a derivative, or a quotient of differences, outside of the bounds of the derivatives:
//
//     ctnn_soundness_gradients COUNT

#include <cstdlib>

#include "../laws/composites.hpp"
#include "try_gradients.hpp"

namespace {

using namespace soundness;

template <class T, class A>
using small =
    ctnn::network<T, ctnn::input<3>, ctnn::dense<6, A>, ctnn::dense<5, A>, ctnn::dense<2, A>>;

// (What is done for a scalar differs in its constants and the rounding of the ends.)
template <class A>
void try_double(char const* name, draw& random, std::uint64_t count, tally& total) {
    try_gradients<small<double, A>>(name, random, count, total);
}
template <class A>
void try_both(char const* name, draw& random, std::uint64_t count, tally& total) {
    try_double<A>(name, random, count, total);
    try_gradients<small<float, A>>(name, random, count, total);
}

// Layers made of layers: in each other, side by side, and before softmax.
template <class T, class A>
using branched =
    ctnn::network<T, ctnn::input<3>, ctnn::residual<ctnn::dense<5, A>, ctnn::dense<3>>,
                  own::beside<own::branch<ctnn::dense<2, A>>, own::shortcut,
                              own::branch<ctnn::residual<ctnn::dense<3, A>>, ctnn::dense<2>>>,
                  ctnn::dense<2, ctnn::softmax>>;

void try_all(draw& random, std::uint64_t count, tally& total) {
    std::uint64_t const each = count / 43;
    try_both<ctnn::relu>("relu", random, 4 * each, total);
    try_both<ctnn::leaky_relu>("leaky_relu", random, each, total);
    try_both<ctnn::hard_sigmoid>("hard_sigmoid", random, each, total);
    try_both<ctnn::softmax>("softmax", random, each, total);
    try_both<ctnn::log_softmax>("log_softmax", random, each, total);
    try_double<ctnn::identity>("identity", random, each, total);
    try_double<ctnn::basic_leaky_relu<-0.5>>("leaky_relu, -0.5", random, each, total);
    try_double<ctnn::hard_tanh>("hard_tanh", random, each, total);
    try_double<ctnn::elu>("elu", random, each, total);
    try_double<ctnn::basic_elu<-0.5>>("elu, -0.5", random, each, total);
    try_double<ctnn::sigmoid>("sigmoid", random, each, total);
    try_double<ctnn::tanh>("tanh", random, each, total);
    try_double<ctnn::softplus>("softplus", random, each, total);
    try_double<ctnn::silu>("silu", random, each, total);
    try_double<ctnn::gelu>("gelu", random, each, total);
    try_double<ctnn::relu6>("relu6", random, each, total);
    try_both<ctnn::selu>("selu", random, each, total);
    try_both<ctnn::mish>("mish", random, each, total);
    try_double<ctnn::hard_swish>("hard_swish", random, each, total);
    try_double<ctnn::softsign>("softsign", random, each, total);
    try_double<ctnn::celu>("celu", random, each, total);
    try_double<ctnn::basic_celu<0.5>>("celu, 0.5", random, each, total);
    try_double<ctnn::log_sigmoid>("log_sigmoid", random, each, total);
    try_gradients<branched<double, ctnn::relu>>("branches, relu", random, each, total);
    try_gradients<branched<float, ctnn::relu>>("branches, relu", random, each, total);
    try_gradients<branched<double, ctnn::tanh>>("branches, tanh", random, each, total);
    try_gradients<branched<float, ctnn::softmax>>("branches, softmax", random, each, total);
    try_gradients<products<float>>("products and prelu", random, each, total);
    try_gradients<products<double>>("products and prelu", random, each, total);
}

} // namespace

int main(int count, char** arguments) {
    std::uint64_t const number = count == 2 ? std::strtoull(arguments[1], nullptr, 10) : 0;
    if (number == 0) {
        std::puts("usage: ctnn_soundness_gradients COUNT");
        return 2;
    }
    tally total;
    draw random(20261127);
    try_all(random, number, total);
    return is_sound(total) ? 0 : 1;
}
