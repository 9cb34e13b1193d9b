#include <ctnn/tensor/detail/braces.hpp>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/relu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/metric/accuracy.hpp>
#include <ctnn/network/backpropagate.hpp>
#include <ctnn/network/loss.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/training/train_step.hpp>
#include <initializer_list>
#include <span>
#include <type_traits>
#include <vector>

#include "../../catch.hpp"

namespace {

using namespace ctnn;

constexpr network<double, input<2>, relu> two{};
constexpr network<float, input<1>, relu> alone{};
static_assert(two({1, 2.5}) == std::array{1.0, 2.5});
static_assert(two({{1, 2.5}}) == std::array{1.0, 2.5});
static_assert(two({std::array{1.0, 2.5}}) == std::array{1.0, 2.5});
static_assert(alone({3}) == std::array{3.0f});
static_assert(alone({0.25f}) == std::array{0.25f});

// As of a std::array's, a number of braces must fit the scalar.
template <class Number>
concept can_be_its_input = requires(Number number) {
    alone({number});
};
static_assert(can_be_its_input<float> && !can_be_its_input<char const*>);

// A call with an array that does not fit is no call at all, for those who ask.
static_assert(std::is_invocable_v<decltype(two), std::array<double, 2>>);
static_assert(!std::is_invocable_v<decltype(two), std::array<double, 3>>);
static_assert(!std::is_invocable_v<decltype(two), std::array<float, 2>>);

// Arrays of C, and spans of fixed extent.
constexpr double pair[] = {1, 2.5}, three[] = {1, 2, 3};
static_assert(two(pair) == std::array{1.0, 2.5});
static_assert(two(std::span(pair)) == std::array{1.0, 2.5});
static_assert(two(std::span(three).first<2>()) == std::array{1.0, 2.0});
static_assert(loss(two, mean_squared_error{}, pair, pair) == 0);
static_assert(backpropagate(two, mean_squared_error{}, std::span(pair), pair).loss == 0);
template <class Input>
constexpr bool is_taken = std::is_invocable_v<decltype(two), Input>;
static_assert(is_taken<double (&)[2]> && is_taken<double volatile (&)[2]>);
static_assert(is_taken<std::span<double, 2>> && is_taken<std::span<double const volatile, 2>>);
static_assert(!is_taken<double (&)[3]> && !is_taken<float (&)[2]> && !is_taken<double*>);
static_assert(!is_taken<std::span<double>> && !is_taken<std::span<double, 3>>);
static_assert(!is_taken<std::span<float, 2>> && !is_taken<std::vector<double>>);
static_assert(!is_taken<std::initializer_list<double>> &&
              !is_taken<std::array<double, 2> volatile&>);

// Samples and batches lie in memory as the library reads them, and that is in std::arrays.
struct own_sample {
    double input[2], target[2];
};
template <class Sample>
concept is_sample = requires(std::array<Sample, 1> samples) {
    accuracy(two, samples);
};
static_assert(!is_sample<own_sample> &&
              is_sample<sample<std::array<double, 2>, std::array<double, 2>>>);

} // namespace

TEST_CASE("an array is passed on as it is, and braces as the array that they are", "[network]") {
    std::array const x{1.0, 2.0};
    CHECK(&detail::array_of<decltype(two)::input_type>(x) == &x);
    detail::input_braces<network<double, input<2>, relu>> const braces{1.0, 2.0};
    CHECK(detail::array_of<decltype(two)::input_type>(braces) == x);
}

TEST_CASE("raw numbers of a converter are cast into an input", "[network]") {
    // docs/microcontroller.md has these lines.
    using model = network<float, input<3>, relu>;
    constexpr model net{};
    static std::uint16_t volatile adc[3] = {0, 4095, 1024};
    static_assert(!std::is_invocable_v<model const&, std::uint16_t volatile(&)[3]>);

    model::input_type x{};
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = static_cast<float>(adc[i]) / 4095;
    CHECK(net(x) == std::array{0.0f, 1.0f, 1024.0f / 4095});
}

TEST_CASE("what hardware writes is read", "[network]") {
    double volatile adc = 2.5;
    std::atomic<double> shared = 4;
    struct {
        unsigned few : 3;
    } bits{5};
    CHECK(two({adc, 1}) == std::array{2.5, 1.0});
    CHECK(two({adc, shared}) == std::array{2.5, 4.0});
    CHECK(two({double(bits.few), adc}) == std::array{5.0, 2.5});
    CHECK(loss(two, mean_squared_error{}, {adc, 1}, {adc, 1}) == 0);
    CHECK(backpropagate(two, mean_squared_error{}, {adc, 1}, {1, adc}).output ==
          std::array{2.5, 1.0});

    double volatile channels[2] = {1.5, 3};
    CHECK(two(channels) == std::array{1.5, 3.0});
    CHECK(two(std::span(channels)) == std::array{1.5, 3.0});
    training_result<std::remove_const_t<decltype(two)>> learner{two};
    CHECK(train_step(learner, mean_squared_error{}, sgd{}, channels, {channels[0], 3}) == 0);
}
