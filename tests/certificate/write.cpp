#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>
#include <ctnn/host/prove.hpp>
#include <string>

#include "../soundness/nets.hpp"

// Writes certificates into a folder, for check.py to check and to alter. The last word of a name says what is to be
// thought of it.

namespace {

namespace host = ctnn::host;
namespace verify = ctnn::verify;
using ctnn::dense, ctnn::input, ctnn::relu;
using namespace ctnn::verify::outputs;

std::string folder;

template <class Network, class Wanted>
bool prove(char const* name, Network const& net,
           ctnn::box<typename Network::scalar, Network::input_size> const& in, Wanted const& wanted,
           unsigned threads = 1) {
    host::proof_options options;
    options.threads = threads;
    options.boxes = 20'000;
    options.certificate = folder + "/" + name + ".certificate";
    auto const found = host::prove(net, in, wanted, options);
    std::printf("%s: %s, %s %s\n", name,
                found.proven()     ? "proven"
                : found.violated() ? "violated"
                                   : "unknown",
                found.progress.line().c_str(), found.problem.reason.c_str());
    return found.proven();
}

template <class Network>
ctnn::box<typename Network::scalar, Network::input_size> around_0(double radius) {
    ctnn::box<typename Network::scalar, Network::input_size> in{};
    in.lower.fill(static_cast<typename Network::scalar>(-radius));
    in.upper.fill(static_cast<typename Network::scalar>(radius));
    return in;
}

// Output 0 stays below a little more than what points reach.
template <class Network>
verify::condition<Network::output_size, 1, 1> limited(Network const& net, double radius,
                                                      double room) {
    soundness::draw random(1);
    double most = -1e9;
    for (int k = 0; k < 20'000; ++k)
        most = std::max(
            most, static_cast<double>(net(soundness::point(random, around_0<Network>(radius)))[0]));
    verify::condition<Network::output_size, 1, 1> wanted{};
    wanted.rows[0][0].coefficients[0] = -1;
    wanted.rows[0][0].constant = most + room;
    return wanted;
}

template <class Network>
Network drawn(std::uint32_t seed) {
    soundness::draw random(seed);
    return soundness::network<Network>(random);
}

} // namespace

int main(int, char** arguments) {
    folder = arguments[1];
    bool all = true;

    using controller = ctnn::network<float, input<2>, dense<16, relu>, dense<16, relu>, dense<1>>;
    auto const net = ctnn::initialize<controller>(ctnn::glorot_uniform{}, 7);
    auto const in = around_0<controller>(1);
    all &= prove("cuts_proven", net, in, output<0> < 0.737 && output<0> > -0.737);
    all &= prove("threads_proven", net, in, limited(net, 1, 1e-4), 4);
    prove("counterexample_violated", net, in, limited(net, 1, -0.01));

    // Few neurons and many inputs: relus are split.
    using wide = ctnn::network<float, input<12>, dense<6, relu>, dense<5, relu>, dense<2>>;
    auto const splits = drawn<wide>(2);
    all &= prove("splits_proven", splits, around_0<wide>(1), limited(splits, 1, 0.2));

    using leaky = ctnn::network<double, input<2>, dense<8, ctnn::leaky_relu>, dense<6>,
                                ctnn::basic_leaky_relu<0.25>, dense<2, relu>>;
    auto const bent = drawn<leaky>(5);
    all &= prove("leaky_proven", bent, around_0<leaky>(1), limited(bent, 1, 1e-3));
    all &= prove("zero_proven", bent, around_0<leaky>(1), output<0> >= 0 && output<1> >= 0);

    // One of several has to hold, no one does everywhere.
    using several = ctnn::network<float, input<3>, dense<8, relu>, dense<3>>;
    auto const choice = drawn<several>(12);
    auto const y = choice({0, 0, 0});
    double const middle = (static_cast<double>(y[0]) + static_cast<double>(y[1])) / 2;
    all &= prove("some_proven", choice, around_0<several>(0.5),
                 output<0> < middle + 0.01 || output<0> > middle - 0.01);

    soundness::draw random(2);
    double least = 1e9;
    for (int k = 0; k < 20'000; ++k) {
        auto const at = choice(soundness::point(random, around_0<several>(2)));
        least = std::min(least, static_cast<double>(std::max({at[0], at[1], at[2]})));
    }
    verify::condition<3, 1, 3> largest{};
    for (std::size_t j = 0; j < 3; ++j) {
        largest.rows[0][j].coefficients[j] = 1;
        largest.rows[0][j].constant = 0.05 - least;
    }
    all &= prove("shares_proven", choice, around_0<several>(2), largest);

    using classifier = ctnn::network<float, input<4>, dense<8, relu>, dense<3, ctnn::softmax>>;
    auto const classes = drawn<classifier>(3);
    auto const which = ctnn::argmax(classes({0.5f, 0.25f, -0.5f, 0}));
    ctnn::box<float, 4> const near{{0.49f, 0.24f, -0.51f, -0.01f}, {0.51f, 0.26f, -0.49f, 0.01f}};
    all &= prove("softmax_proven", classes, near, verify::classes::is<3>(which));

    // Images are rows of numbers to dense layers; other layers are not checked.
    using image = ctnn::network<float, input<2, 2, 1>, dense<4, relu>, dense<1>>;
    using convolved = ctnn::network<float, input<2, 2, 1>,
                                    ctnn::conv2d<2, ctnn::kernel_size<2, 2>, relu>, dense<1>>;
    all &= prove("image_proven", drawn<image>(4), around_0<image>(1), output<0> < 100);
    all &= prove("conv2d_refused", drawn<convolved>(4), around_0<convolved>(1), output<0> < 100);

    // So tight that single floats are computed.
    using line = ctnn::network<float, input<1>, dense<5, relu>, dense<4, relu>, dense<1>>;
    auto const curve = drawn<line>(31);
    float const from = 0.3f;
    float to = from, most = curve({from})[0];
    for (int i = 0; i < 30; ++i) {
        to = ctnn::number::next_above(to);
        most = std::max(most, curve({to})[0]);
    }
    verify::condition<1, 1, 1> tight{};
    tight.rows[0][0] = {{-1}, static_cast<double>(ctnn::number::next_above(most))};
    all &= prove("points_proven", curve, {{from}, {to}}, tight);

    // One input, and outputs to the last bit: the order of sums of each kind of shape.
    using shapes = ctnn::network<float, input<40>, dense<70>, dense<9, relu>, dense<130>, dense<5>,
                                 dense<3>, dense<3>>;
    auto const sums = drawn<shapes>(6);
    std::array<float, 40> x{};
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = 0.01f * static_cast<float>(i) + 0.3f;
    auto const computed = sums(x);
    verify::condition<3, 6, 1> bits{};
    for (std::size_t j = 0; j < 3; ++j) {
        bits.rows[2 * j][0].coefficients[j] = 1;
        bits.rows[2 * j][0].constant = -static_cast<double>(computed[j]);
        bits.rows[2 * j + 1][0].coefficients[j] = -1;
        bits.rows[2 * j + 1][0].constant = static_cast<double>(computed[j]);
        bits.rows[2 * j][0].zero_suffices = bits.rows[2 * j + 1][0].zero_suffices = true;
    }
    all &= prove("order_proven", sums, {x, x}, bits);

    // In two runs.
    host::proof_options options;
    options.threads = 2;
    options.boxes = 20;
    options.certificate = folder + "/resumed_proven.certificate";
    options.checkpoint = folder + "/resumed.checkpoint";
    bool const at_once = host::prove(net, in, limited(net, 1, 1e-4), options).proven();
    options.boxes = 20'000;
    auto const resumed = host::prove(net, in, limited(net, 1, 1e-4), options);
    std::printf("resumed_proven: %s %s\n", resumed.progress.line().c_str(),
                resumed.problem.reason.c_str());
    all &= resumed.proven() && !at_once && !resumed.problem;
    std::puts(all ? "all as expected" : "something is not proven");
    return all ? 0 : 1;
}
