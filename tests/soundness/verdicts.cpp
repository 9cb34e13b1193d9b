// Tries to find a verdict that is wrong: random properties of random networks, with counterexamples that are
// hidden, asked of all that decides one, against points that are sampled and against one another:
//
//     ctnn_soundness_verdicts COUNT [FOLDER]
//
// COUNT properties in all; certificates of some proofs go into the FOLDER. Networks of 8 bits are compared
// with every input there is.

#include "try_fixed_verdicts.hpp"
#include "try_verdicts.hpp"

namespace {

using namespace soundness;
using ctnn::dense;
using ctnn::input;
using ctnn::relu;

template <class T, class... Layers>
using net = ctnn::network<T, Layers...>;

struct totals {
    std::uint64_t properties = 0;
    verdicts of{};
};

template <class Network>
void ask(trial& t, char const* name, std::uint64_t count, totals& all) {
    try_verdicts<Network>(t, name, count);
    std::printf(
        "%-26s %8llu asked, %8llu proven, %8llu violated, %8llu unknown, %llu wrong\n", name,
        static_cast<unsigned long long>(t.of.asked), static_cast<unsigned long long>(t.of.proven),
        static_cast<unsigned long long>(t.of.violated),
        static_cast<unsigned long long>(t.of.unknown), static_cast<unsigned long long>(t.of.wrong));
    all.properties += count;
    all.of.asked += t.of.asked, all.of.proven += t.of.proven, all.of.violated += t.of.violated;
    all.of.wrong += t.of.wrong;
}

} // namespace

int main(int count, char** arguments) {
    std::uint64_t const number = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 0;
    if (number == 0) {
        std::puts("usage: ctnn_soundness_verdicts COUNT [FOLDER]");
        return 2;
    }
    trial t(20261130);
    if (count > 2)
        t.certificates = arguments[2];
    totals all;
    std::uint64_t const each = number / 18 + 1;
    ask<net<float, input<2>, dense<4, relu>, dense<2>>>(t, "relu", 3 * each, all);
    ask<net<float, input<6>, dense<4, relu>, dense<3, relu>, dense<2>>>(t, "relus that are split",
                                                                        3 * each, all);
    ask<net<float, input<3>, dense<6, relu>, dense<5, relu>, dense<4, relu>, dense<3>>>(
        t, "deep: relu", 3 * each, all);
    ask<net<double, input<4>, dense<8, ctnn::leaky_relu>, dense<3, ctnn::softmax>>>(
        t, "leaky_relu, softmax", each, all);
    ask<net<float, input<3>, dense<5, relu>, dense<3, ctnn::log_softmax>>>(t, "relu, log_softmax",
                                                                           each, all);
    ask<net<float, input<1>, dense<5, ctnn::tanh>, dense<3, ctnn::sigmoid>, dense<1>>>(
        t, "tanh, sigmoid", each, all);
    ask<net<double, input<2>, dense<5, ctnn::gelu>, dense<4, ctnn::silu>, dense<2, ctnn::elu>>>(
        t, "gelu, silu, elu", each, all);
    ask<net<float, input<2>, dense<4, ctnn::hard_tanh>, dense<3, ctnn::softplus>,
            dense<2, ctnn::hard_sigmoid>>>(t, "hard_tanh, softplus, ...", each, all);
    ask<net<
        float, input<3, 2, 1>, ctnn::conv2d<2, ctnn::kernel_size<2, 2>, ctnn::padding_same, relu>,
        ctnn::max_pool<ctnn::kernel_size<2, 1>, ctnn::strides<1, 1>>, dense<3, relu>, dense<2>>>(
        t, "windows and a pool", each, all);
    try_fixed<ctnn::fixed_point<3, 4>>(t, each, all.of);
    try_fixed<ctnn::fixed_point<7, 8>>(t, each, all.of);
    all.properties += 6 * each;
    std::printf("%llu properties, %llu answers: %llu proven, %llu violated, %llu wrong\n",
                static_cast<unsigned long long>(all.properties),
                static_cast<unsigned long long>(all.of.asked),
                static_cast<unsigned long long>(all.of.proven),
                static_cast<unsigned long long>(all.of.violated),
                static_cast<unsigned long long>(all.of.wrong));
    // (and it is no test of answers that say nothing)
    bool const decided = all.of.proven * 10 > all.of.asked && all.of.violated * 10 > all.of.asked;
    return all.of.wrong == 0 && decided ? 0 : 1;
}
