#include <array>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/network/backpropagate.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/training/train.hpp>
#include <span>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"
#include "own.hpp"
#include "sequence.hpp"

// A network inside a network has the bits of the layers themselves.

namespace {

using namespace ctnn;
using own::sequence;

template <class Flat, class Nested>
struct nesting {
    using scalar = typename Flat::scalar;
    using one = sample<typename Flat::input_type, typename Flat::output_type>;
    static constexpr std::size_t count = 21; // more than go side by side

    static_assert(Flat::parameter_count == Nested::parameter_count);
    static_assert(sizeof(Flat) == sizeof(Nested));

    struct example {
        std::array<scalar, Flat::parameter_count> parameters;
        std::array<one, count> samples;

        constexpr explicit example(std::uint32_t seed)
            : parameters(seeded::random_numbers(seed).array<scalar, Flat::parameter_count>()),
              samples{} {
            seeded::random_numbers draw(seed + 1);
            for (one& it : samples)
                it = {draw.array<scalar, Flat::input_size>(),
                      draw.distribution<scalar, Flat::output_size>()};
        }
    };

    struct outcome {
        typename Flat::output_type output;
        scalar loss, trained_loss;
        std::array<scalar, Flat::parameter_count> gradient, trained, in_batches;

        friend constexpr bool operator==(outcome const& a, outcome const& b) {
            return compare::same_bits(a, b);
        }
    };
    template <class Network>
    static constexpr outcome of(std::uint32_t seed) {
        example const e(seed);
        auto const net = compare::network_of<Network>(e.parameters);
        auto const& [x, target] = e.samples[0];
        cross_entropy const loss{};
        sgd const optimizer{.learning_rate = 0.125};
        auto const back = backpropagate(net, loss, x, target);
        auto const some = std::span(e.samples).template first<3>();
        auto const singly = train(net, loss, optimizer, some, {.epochs = 2, .shuffle = true});
        auto const batches = train(net, loss, optimizer, some, {.batch_size = 2});
        return {net(x),
                back.loss,
                singly.loss,
                compare::flat(back.gradient),
                compare::flat(singly.network),
                compare::flat(batches.network)};
    }

    static void check() {
        constexpr outcome flat = of<Flat>(1), nested = of<Nested>(1);
        static_assert(flat == nested);
        for (std::uint32_t seed = 1; seed < 8; ++seed) {
            CAPTURE(seed);
            auto const on_the_machine = of<Nested>(compare::opaque(seed));
            CHECK(on_the_machine == of<Flat>(compare::opaque(seed)));
            if (seed == 1)
                CHECK(on_the_machine == nested);
        }
        check_many();
    }

    // On the machine only, where samples of the flat one go side by side.
    static void check_many() {
        auto const e = compare::opaque(example(5));
        auto const flat = compare::network_of<Flat>(e.parameters);
        auto const nested = compare::network_of<Nested>(e.parameters);
        std::array<typename Flat::input_type, count> inputs{};
        for (std::size_t i = 0; i < count; ++i)
            inputs[i] = e.samples[i].input;
        CHECK(compare::same_bits(flat(inputs), nested(inputs)));
        std::span<one const> const samples(e.samples);
        for (std::size_t const batch_size : {1U, 4U, 20U}) {
            CAPTURE(batch_size);
            auto const run = [&](auto const& from) {
                return train(from, cross_entropy{}, sgd{.learning_rate = 0.125}, samples,
                             {.epochs = 2, .batch_size = batch_size, .shuffle = true});
            };
            auto const a = run(flat);
            auto const b = run(nested);
            CHECK(compare::same_bits(compare::flat(a.network), compare::flat(b.network)));
            CHECK(compare::same_bits(a.loss, b.loss));
        }
        CHECK(compare::same_bits(compare::flat(initialize<Flat>(glorot_uniform{}, 3)),
                                 compare::flat(initialize<Nested>(glorot_uniform{}, 3))));
    }
};

template <class Scalar, class... Parts>
using flat = network<Scalar, Parts..., dense<3, softmax>>;

} // namespace

// (These are slow to compile.)
TEST_CASE("a row of layers as one layer has their bits", "[laws]") {
    using a = dense<4, ctnn::tanh>;
    using b = dense<5, relu>;
    using layers = flat<double, input<3>, a, own::scale, b>;
    nesting<layers, flat<double, input<3>, a, sequence<own::scale, b>>>::check();
    nesting<layers, flat<double, input<3>,
                         sequence<sequence<a>, sequence<own::scale, sequence<b>>>>>::check();
    nesting<flat<float, input<3>, a, relu, b>,
            flat<float, input<3>, sequence<a, sequence<relu>, b>>>::check();
}

TEST_CASE("layers with windows as one layer have their bits", "[laws]") {
    using a = conv2d<2, kernel_size<2, 2>, ctnn::tanh>;
    using b = max_pool<kernel_size<2, 1>, padding_same>;
    using c = conv2d<3, kernel_size<2, 3>, padding_same, strides<1, 2>, relu>;
    using layers = flat<float, input<4, 4, 1>, a, b, c>;
    nesting<layers, flat<float, input<4, 4, 1>, a, sequence<b, c>>>::check();
}

TEST_CASE("layers with a record in a layer have their bits", "[laws]") {
    using a = residual<dense<2, ctnn::tanh>, dense<4>>;
    using b = residual<own::scale, relu>;
    nesting<flat<double, input<4>, a, b>, flat<double, input<4>, a, sequence<b>>>::check();
    nesting<flat<double, input<4>, residual<dense<2, ctnn::tanh>, dense<4>>>,
            flat<double, input<4>, residual<sequence<dense<2, ctnn::tanh>, dense<4>>>>>::check();
}
