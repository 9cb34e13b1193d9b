#include <ctnn/face/batch/samples_at_once.hpp>

#include <algorithm>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/training/train.hpp>
#include <span>
#include <vector>

#include "../../catch.hpp"
#include "../../laws/own.hpp"
#include "../../laws/own_optimizers.hpp"
#include "../../support/compare.hpp"
#include "../../support/random_numbers.hpp"

// Training by blocks of samples side by side is training one sample after the other, bit for bit:
// that of the compiler, which has code of its own, and that by detail::accumulate.

namespace {

using namespace ctnn;

template <class Network>
using sample_of = sample<typename Network::input_type, typename Network::output_type>;

template <class Network>
constexpr void draw(seeded::random_numbers& numbers, sample_of<Network>& one) {
    using scalar = typename Network::scalar;
    one.input = numbers.array<scalar, Network::input_size>();
    one.target = numbers.distribution<scalar, Network::output_size>();
}

// Ranges of one type for all: each further one would be another function to compile.
template <class Network>
using samples_of = std::span<sample_of<Network> const>;

template <class Network, class Loss, class Optimizer>
auto one_by_one(Network net, Loss const& loss, Optimizer const& optimizer,
                samples_of<Network> samples, std::size_t batch_size) {
    using scalar = typename Network::scalar;
    training_result<Network, detail::state_of<Optimizer, Network>> result{net};
    detail::total<scalar> losses;
    for (std::size_t begin = 0; begin < samples.size(); begin += batch_size) {
        std::size_t const size = std::min(batch_size, samples.size() - begin);
        Network gradient{};
        for (std::size_t k = begin; k < begin + size; ++k)
            losses.add(detail::accumulate(result.network, loss, samples[k],
                                          scalar(1) / scalar(static_cast<double>(size)), gradient));
        detail::with_memory(result.state, [&](auto&... memory) {
            detail::update_parameters(detail::rule_at<scalar>(optimizer, result.steps), gradient,
                                      result.network, memory...);
        });
        ++result.steps;
    }
    result.loss = losses.mean(samples.size());
    return result;
}

template <class Network, class Loss, class Optimizer>
void check(Loss const& loss, Optimizer const& optimizer) {
    seeded::random_numbers numbers(13);
    auto const start = compare::opaque(numbers.network<Network>());
    constexpr std::size_t sizes[] = {2, 4, 5, 16, 17, 32, 33, 70, 71};
    std::vector<sample_of<Network>> samples(71);
    for (auto& one : samples)
        draw<Network>(numbers, one);
    for (std::size_t const batch_size : sizes) {
        auto const result =
            train(start, loss, optimizer, samples_of<Network>(samples), {.batch_size = batch_size});
        auto const expected = one_by_one(start, loss, optimizer, samples, batch_size);
        CAPTURE(batch_size, Network::input_size, sizeof(typename Network::scalar));
        CHECK(compare::same_bits(compare::flat(result.network), compare::flat(expected.network)));
        CHECK(compare::same_bits(result.loss, expected.loss));
    }
}

using classes = network<float, input<5>, dense<17, relu>, dense<10, softmax>>;
constexpr auto start = seeded::random_numbers(11).network<classes>();
constexpr auto samples = [] {
    seeded::random_numbers numbers(12);
    std::array<sample_of<classes>, 41> drawn{};
    for (auto& one : drawn)
        draw<classes>(numbers, one);
    return drawn;
}();

constexpr auto run(classes const& from, std::size_t batch_size) {
    return train(from, cross_entropy{}, sgd{}, samples_of<classes>(samples),
                 {.epochs = 2, .batch_size = batch_size, .shuffle = true});
}

template <std::size_t BatchSize>
void check_against_compiler() {
    constexpr auto expected = run(start, BatchSize);
    auto const result = run(compare::opaque(start), BatchSize);
    CAPTURE(BatchSize);
    CHECK(compare::same_bits(compare::flat(result.network), compare::flat(expected.network)));
    CHECK(compare::same_bits(result.loss, expected.loss));
}

} // namespace

TEST_CASE("batches are learnt from as the compiler does it", "[batch]") {
    check_against_compiler<7>();
    check_against_compiler<40>();
}

TEST_CASE("batches are learnt from as one sample after the other", "[batch]") {
    check<classes>(cross_entropy{}, sgd{});
    // Behind another layer, and with an optimizer that remembers.
    check<network<double, input<4>, dense<9, ctnn::tanh>, softmax, dense<2>>>(mean_squared_error{},
                                                                              own::momentum{});
    // A layer, an activation and a loss that know nothing of batches.
    check<network<float, input<3>, own::scale, dense<7, own::swish<2.0>>>>(own::fourth_power{},
                                                                           sgd{});
}

TEST_CASE("batches of images are learnt from as one image after the other", "[batch]") {
    using images =
        network<float, input<4, 5, 2>, conv2d<3, kernel_size<2, 2>, relu>,
                max_pool<kernel_size<2, 2>, strides<1, 2>>,
                conv2d<2, kernel_size<2, 3>, padding_same, ctnn::tanh>, dense<3, softmax>>;
    using strided = network<double, input<5, 4, 1>,
                            conv2d<9, kernel_size<3, 2>, strides<2, 1>, padding<1, 1>, softmax>>;
    static_assert(!kernel::vectorizable<float> || batch::learns_in_groups<images>);
    check<images>(cross_entropy{}, sgd{});
    check<strided>(mean_squared_error{}, own::momentum{});
}

TEST_CASE("batches are learnt from by layers that keep a record, one sample after the other",
          "[batch]") {
    using in_layers =
        network<float, input<3, 3, 1>, residual<conv2d<1, kernel_size<3, 3>, padding_same, relu>>,
                conv2d<2, kernel_size<2, 2>>, dense<5>, residual<dense<4, ctnn::tanh>, dense<5>>,
                softmax>;
    static_assert(!batch::learns_in_groups<in_layers>);
    check<in_layers>(cross_entropy{}, sgd{});
    check<in_layers>(mean_squared_error{}, own::momentum{});
}

TEST_CASE("of a batch the first sample whose loss is not finite is told", "[batch]") {
    std::vector<sample_of<classes>> bad(50, samples[0]);
    for (std::size_t const k : {std::size_t{37}, std::size_t{41}}) {
        bad[k].target.fill(3e38F);
        bad[k].input.fill(1e18F);
    }
    auto const result = train(start, cross_entropy{}, sgd{}, samples_of<classes>(bad),
                              {.epochs = 3, .batch_size = 45});
    CHECK(result.problem() == training_problem{training_problem::kinds::loss_is_not_finite, 0, 37});
    CHECK(result.network == start);
}

TEST_CASE("losses of a batch may have too large a sum, but none may be too large itself",
          "[batch]") {
    using line = network<float, input<2>, dense<1>>;
    auto const learn = [](std::vector<sample_of<line>> const& all, std::size_t batch_size) {
        return train(line{}, mean_squared_error{}, sgd{.learning_rate = 1e-20},
                     samples_of<line>(all), {.batch_size = batch_size});
    };
    std::vector<sample_of<line>> large(70, {{1, 2}, {3}});
    for (std::size_t const k : {std::size_t{3}, std::size_t{4}, std::size_t{41}})
        large[k].target = {1.5e19F}; // its square is a number, twice that is none
    for (std::size_t const batch_size : {1U, 4U, 5U, 16U, 32U, 70U}) {
        CAPTURE(batch_size);
        auto const result = learn(large, batch_size);
        CHECK(result.ok());
        CHECK(result.loss == compare::infinity<float>);
        // Before the sum is too large and after it, in whole groups and after them.
        for (std::size_t const k : {0U, 2U, 5U, 15U, 16U, 31U, 32U, 63U, 64U, 69U}) {
            CAPTURE(k);
            auto bad = large;
            bad[k].target = {1e20F};
            CHECK(learn(bad, batch_size).problem() ==
                  training_problem{training_problem::kinds::loss_is_not_finite, 0, k});
        }
    }
}
