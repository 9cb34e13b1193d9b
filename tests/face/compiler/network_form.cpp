#include <ctnn/face/compiler/network_form.hpp>

#include <array>
#include <cstdint>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/loss/binary_cross_entropy.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/dual.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/training/train.hpp>
#include <type_traits>

#include "../../catch.hpp"
#include "../../laws/own.hpp"
#include "../../support/compare.hpp"
#include "../../support/random_numbers.hpp"

namespace {

using namespace ctnn;

template <class Network, class Loss>
struct step {
    using scalar = typename Network::scalar;
    static constexpr kernel::descent<scalar> rule{scalar(0.125)};

    struct example {
        Network net;
        Network gradient;
        typename Network::input_type input;
        typename Network::output_type target;
    };
    static constexpr example made_of(std::uint32_t seed) {
        seeded::random_numbers draw(seed);
        return {draw.network<Network>(), draw.network<Network>(),
                draw.array<scalar, Network::input_size>(),
                draw.distribution<scalar, Network::output_size>()};
    }

    struct outcome {
        Network stored{};
        typename Network::output_type output{};
        Network descended{};
        scalar loss{};
        Network gradient{};
        scalar loss_again{};
        Network subtracted{};
    };

    static constexpr outcome in_the_compiler(std::uint32_t seed) {
        using form = compiler::network_form<Network>;
        auto const e = made_of(seed);
        compiler::view<typename Network::input_type const> const input(e.input);
        outcome o;
        form net(e.net);
        form gradient(e.gradient);
        net.store(o.stored);
        net.forward(input, o.output);
        o.loss = net.learn(
            Loss{}, input, e.target,
            compiler::update_step<kernel::descent<scalar>, form, std::index_sequence<>>{rule});
        net.store(o.descended);
        o.loss_again =
            net.learn(Loss{}, input, e.target,
                      compiler::accumulate_step<scalar, form>{scalar(1) / scalar(3), gradient});
        gradient.store(o.gradient);
        net.update_by(rule, gradient);
        net.store(o.subtracted);
        return o;
    }

    static outcome on_the_machine(std::uint32_t seed) {
        auto const e = made_of(seed);
        outcome o;
        o.stored = e.net;
        o.output = e.net(e.input);
        o.descended = e.net;
        o.loss = ctnn::detail::update_once(rule, Loss{}, e, o.descended);
        o.gradient = e.gradient;
        o.loss_again =
            ctnn::detail::accumulate(o.descended, Loss{}, e, scalar(1) / scalar(3), o.gradient);
        o.subtracted = sgd{.learning_rate = 0.125}.update(o.descended, o.gradient);
        return o;
    }

    static void check() {
        constexpr outcome expected = in_the_compiler(7);
        auto const actual = on_the_machine(compare::opaque(std::uint32_t{7}));
        CHECK(compare::same_bits(actual.stored, expected.stored));
        CHECK(compare::same_bits(actual.output, expected.output));
        CHECK(compare::same_bits(actual.loss, expected.loss));
        CHECK(compare::same_bits(actual.descended, expected.descended));
        CHECK(compare::same_bits(actual.loss_again, expected.loss_again));
        CHECK(compare::same_bits(actual.gradient, expected.gradient));
        CHECK(compare::same_bits(actual.subtracted, expected.subtracted));
    }
};

template <class Network, std::size_t Index>
using form = typename compiler::form_of<typename Network::template stage<Index>>::type;

// A layer is trained in the form that it names, for scalars that go into vectors; nobody asks the
// first layer for a derivative by its input.
using mixed = network<float, input<2>, dense<3>, own::scale, dense<4>>;
static_assert(std::is_same_v<form<mixed, 0>, compiler::dense_form<float, 2, 3, false>>);
static_assert(std::is_same_v<form<mixed, 1>, compiler::plain_form<mixed::stage<1>>>);
static_assert(std::is_same_v<form<mixed, 2>, compiler::dense_form<float, 3, 4, true>>);
// That of many windows is the same for all layers that have them.
using windows = network<float, input<4, 3, 2>, conv2d<3, kernel_size<2, 2>>,
                        max_pool<kernel_size<2, 1>, strides<1, 1>>, conv2d<5, kernel_size<2, 2>>>;
static_assert(
    std::is_same_v<form<windows, 0>,
                   compiler::windows_form<float, windows::stage<0>::bound::windows, 3, false>>);
static_assert(std::is_same_v<form<windows, 1>, compiler::plain_form<windows::stage<1>>>);
using dual_network = network<dual<float>, input<2>, dense<3>>;
static_assert(std::is_same_v<form<dual_network, 0>, compiler::plain_form<dual_network::stage<0>>>);

} // namespace

TEMPLATE_TEST_CASE("the compiler's form of a network has the machine's bits", "[compiler]", float,
                   double) {
    step<network<TestType, input<1>, dense<1>>, mean_squared_error>::check();
    step<network<TestType, input<3>, own::scale>, own::fourth_power>::check();
    step<network<TestType, input<3>, dense<5, ctnn::tanh>, dense<4, softmax>>,
         cross_entropy>::check();
    step<network<TestType, input<5>, ctnn::tanh, own::scale, dense<9>, relu, own::scale,
                 dense<3, own::swish<1.5>>, softmax>,
         mean_squared_error>::check();
    step<network<TestType, input<20>, dense<18, relu>, dense<2, sigmoid>>,
         binary_cross_entropy>::check();
}

TEST_CASE("the compiler's form of layers with windows and in layers has the machine's bits",
          "[compiler]") {
    step<network<float, input<4, 3, 2>, conv2d<3, kernel_size<2, 2>, relu>,
                 conv2d<4, kernel_size<3, 1>, padding_same, strides<2, 1>, ctnn::tanh>,
                 dense<3, softmax>>,
         cross_entropy>::check();
    step<network<double, input<4, 3, 1>, max_pool<kernel_size<2, 2>, strides<1, 1>>,
                 residual<conv2d<2, kernel_size<2, 2>, padding_same>, relu,
                          conv2d<1, kernel_size<1, 1>>>,
                 softmax>,
         mean_squared_error>::check();
    step<network<double, input<3>, residual<residual<dense<3>>, ctnn::tanh>, residual<own::scale>>,
         own::fourth_power>::check();
}
