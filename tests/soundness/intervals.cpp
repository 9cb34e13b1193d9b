// Tries to find a number outside of its bounds, and fails if it does:
//
//     ctnn_soundness_intervals networks COUNT          COUNT random points in random boxes of random networks
//     ctnn_soundness_intervals activations STRIDE      every STRIDE-th of all floats through each activation
//
// The second is a proof for float, where the stride is 1: of all pairs of floats l <= x that the
// search takes, none has an activation(x) below the range of an interval that begins at l, nor
// above that of an interval that ends at l; and what `monotone` takes to grow never falls from one float
// to the next.

#include <bit>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "../support/neighbours.hpp"
#include "try_network.hpp"

namespace {

using namespace soundness;
namespace verify = ctnn::verify;

struct by_intervals {
    template <class Network, class Box>
    static auto of(Network const& net, Box const& in) {
        return ctnn::bounds(net, in);
    }
};

template <class T, class A>
using small =
    ctnn::network<T, ctnn::input<3>, ctnn::dense<5, A>, ctnn::dense<4, A>, ctnn::dense<2>>;
template <class T, class A>
using wide = ctnn::network<T, ctnn::input<9>, ctnn::dense<17, A>, ctnn::dense<130, A>,
                           ctnn::dense<3, ctnn::softmax>>;

template <class T>
using layers = ctnn::network<
    T, ctnn::input<4, 3, 2>,
    ctnn::conv2d<2, ctnn::kernel_size<3, 2>, ctnn::padding_same, ctnn::relu>,
    ctnn::max_pool<ctnn::kernel_size<2, 2>, ctnn::strides<2, 1>>,
    ctnn::residual<ctnn::conv2d<2, ctnn::kernel_size<2, 2>, ctnn::padding_same, ctnn::tanh>>,
    support::neighbours, ctnn::dense<3>>;

template <class T>
void try_networks(draw& random, std::uint64_t count, tally& total) {
    std::uint64_t const each = count / 40;
    try_network<by_intervals, small<T, ctnn::relu>>("relu", random, 4 * each, total);
    try_network<by_intervals, small<T, ctnn::identity>>("identity", random, each, total);
    try_network<by_intervals, small<T, ctnn::leaky_relu>>("leaky_relu", random, each, total);
    try_network<by_intervals, small<T, ctnn::basic_leaky_relu<-0.5>>>("leaky_relu, -0.5", random,
                                                                      each, total);
    try_network<by_intervals, small<T, ctnn::elu>>("elu", random, each, total);
    try_network<by_intervals, small<T, ctnn::basic_elu<-0.5>>>("elu, -0.5", random, each, total);
    try_network<by_intervals, small<T, ctnn::sigmoid>>("sigmoid", random, each, total);
    try_network<by_intervals, small<T, ctnn::tanh>>("tanh", random, each, total);
    try_network<by_intervals, small<T, ctnn::softplus>>("softplus", random, each, total);
    try_network<by_intervals, small<T, ctnn::gelu>>("gelu", random, each, total);
    try_network<by_intervals, small<T, ctnn::silu>>("silu", random, each, total);
    try_network<by_intervals, small<T, ctnn::hard_sigmoid>>("hard_sigmoid", random, each, total);
    try_network<by_intervals, small<T, ctnn::hard_tanh>>("hard_tanh", random, each, total);
    try_network<by_intervals, small<T, ctnn::relu6>>("relu6", random, each, total);
    try_network<by_intervals, small<T, ctnn::selu>>("selu", random, each, total);
    try_network<by_intervals, small<T, ctnn::mish>>("mish", random, each, total);
    try_network<by_intervals, small<T, ctnn::hard_swish>>("hard_swish", random, each, total);
    try_network<by_intervals, small<T, ctnn::softsign>>("softsign", random, each, total);
    try_network<by_intervals, small<T, ctnn::celu>>("celu", random, each, total);
    try_network<by_intervals, small<T, ctnn::basic_celu<0.5>>>("celu, 0.5", random, each, total);
    try_network<by_intervals, small<T, ctnn::log_sigmoid>>("log_sigmoid", random, each, total);
    try_network<by_intervals, ctnn::network<T, ctnn::input<3>, ctnn::dense<4>, ctnn::softmax>>(
        "softmax", random, 2 * each, total);
    try_network<by_intervals, ctnn::network<T, ctnn::input<3>, ctnn::dense<4>, ctnn::log_softmax>>(
        "log_softmax", random, 2 * each, total);
    try_network<by_intervals, layers<T>>("windows, pool, parts, code", random, 2 * each, total);
    try_network<by_intervals, wide<T, ctnn::relu>>("wide, relu and softmax", random, each / 4,
                                                   total);
}

// Every stride-th float, upwards; the zeros of both signs are one.
template <class Take>
void for_each_float(std::uint64_t stride, Take const& take) {
    constexpr std::uint64_t most = 0x7f7fffff;
    for (std::uint64_t i = 0; i <= most; i += stride)
        take(-std::bit_cast<float>(static_cast<std::uint32_t>(most - i)));
    for (std::uint64_t i = 0; i <= most; i += stride)
        take(std::bit_cast<float>(static_cast<std::uint32_t>(i)));
}

// Between the two sides of a valley the range is only tried on each side, [from, to] apart.
template <class Activation>
void try_activation(char const* name, std::uint64_t stride, tally& total, float from = 0,
                    float to = 0) {
    std::uint64_t outside = 0, points = 0;
    bool const has_valley = from < to;
    bool const grows = ctnn::verify::detail::direction_over<Activation>::template of<float>(
                           -1, 1) == ctnn::verify::detail::direction::rises;
    float most_low = -std::numeric_limits<float>::infinity(), most_value = most_low;
    auto const restart = [&] { most_low = most_value = -std::numeric_limits<float>::infinity(); };
    bool was_left = true;
    for_each_float(stride, [&](float x) {
        bool const is_left = has_valley && x <= from;
        if (has_valley && x > from && x < to)
            return;
        if (was_left && !is_left)
            restart();
        was_left = is_left;
        float value = Activation::value(x);
        auto const range = verify::activation_range<Activation>::of(ctnn::interval<float>{x, x});
        ++points;
        if (!is_finite(range)) {
            outside += std::isfinite(value) && std::abs(x) < 1e38f;
            return;
        }
        // On the falling side, the negative of it grows.
        float const low = is_left ? -range.upper : range.lower;
        float const high = is_left ? -range.lower : range.upper;
        if (is_left)
            value = -value;
        // Nothing at or below x begins a range above the value of x, and the range that ends at x
        // lies above all values there were.
        outside += grows && value < most_value;
        most_low = std::max(most_low, low);
        most_value = std::max(most_value, value);
        outside += !(most_low <= value) || !(most_value <= high);
    });
    std::printf("%-24s %10llu floats, %llu outside\n", name,
                static_cast<unsigned long long>(points), static_cast<unsigned long long>(outside));
    total.points += points, total.outside += outside;
}

void try_activations(std::uint64_t stride, tally& total) {
    try_activation<ctnn::relu>("relu", stride, total);
    try_activation<ctnn::leaky_relu>("leaky_relu", stride, total);
    try_activation<ctnn::elu>("elu", stride, total);
    try_activation<ctnn::sigmoid>("sigmoid", stride, total);
    try_activation<ctnn::tanh>("tanh", stride, total);
    try_activation<ctnn::softplus>("softplus", stride, total);
    try_activation<ctnn::hard_tanh>("hard_tanh", stride, total);
    try_activation<ctnn::hard_sigmoid>("hard_sigmoid", stride, total);
    try_activation<ctnn::gelu>("gelu", stride, total, -0.76f, -0.75f);
    try_activation<ctnn::silu>("silu", stride, total, -1.28f, -1.27f);
    try_activation<ctnn::mish>("mish", stride, total, -1.2f, -1.19f);
    try_activation<ctnn::hard_swish>("hard_swish", stride, total, -1.51f, -1.49f);
    try_activation<ctnn::relu6>("relu6", stride, total);
    try_activation<ctnn::selu>("selu", stride, total);
    try_activation<ctnn::softsign>("softsign", stride, total);
    try_activation<ctnn::celu>("celu", stride, total);
    try_activation<ctnn::basic_celu<0.5>>("celu, 0.5", stride, total);
    try_activation<ctnn::log_sigmoid>("log_sigmoid", stride, total);
}

} // namespace

int main(int count, char** arguments) {
    std::string_view const what = count == 3 ? arguments[1] : "";
    std::uint64_t const number = count == 3 ? std::strtoull(arguments[2], nullptr, 10) : 0;
    tally total;
    if (what == "networks") {
        draw random(20261125);
        try_networks<float>(random, number, total);
        try_networks<double>(random, number, total);
    } else if (what == "activations" && number > 0) {
        try_activations(number, total);
    } else {
        std::puts("usage: ctnn_soundness_intervals networks COUNT | activations STRIDE");
        return 2;
    }
    return is_sound(total) ? 0 : 1;
}
