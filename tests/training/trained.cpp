#include <ctnn/network/network.hpp>
#include <ctnn/training/trained.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/metric/accuracy.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/training/train.hpp>
#include <type_traits>

#include "../catch.hpp"
#include "../laws/own.hpp"
#include "../laws/own_optimizers.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

namespace {

// Three kinds of flowers, each around a point of its own.
namespace iris {

using flower = ctnn::sample<std::array<float, 4>, std::array<float, 3>>;

template <std::size_t Size>
constexpr std::array<flower, Size> grown(std::uint32_t seed) {
    seeded::random_numbers draw(seed);
    std::array<flower, Size> all{};
    for (std::size_t i = 0; i < Size; ++i) {
        all[i].input = draw.array<float, 4>(-0.6, 0.6);
        all[i].input[i % 3] += 1;
        all[i].target[i % 3] = 1;
    }
    return all;
}
constexpr auto training = grown<60>(1);
constexpr auto test = grown<30>(2);

} // namespace iris

using model =
    ctnn::network<float, ctnn::input<4>, ctnn::dense<8, ctnn::relu>, ctnn::dense<3, ctnn::softmax>>;

struct recipe {
    static constexpr auto network = ctnn::initialize<model>(ctnn::glorot_uniform{}, 1234);
    static constexpr auto loss = ctnn::cross_entropy{};
    static constexpr auto optimizer = ctnn::sgd{.learning_rate = 0.1};
    static constexpr auto& samples = iris::training;
    static constexpr std::size_t epochs = 20;
};
constexpr auto trained = ctnn::trained<recipe>;
static_assert(ctnn::accuracy(trained.network, iris::test) >= 28.0 / 30);
static_assert(std::is_same_v<decltype(trained.network), model>);
static_assert(std::is_same_v<decltype(trained.losses), std::array<float, 20>>);

// What was learnt decides.
constexpr float certain = trained.network({1, 0, 0, 0})[0];
std::array<int, (certain > 0.5F ? 3 : 0)> constexpr room{};
static_assert(room.size() == 3);

// (clang before 18 takes no class with floats for a template's argument)
#if !defined(__clang__) || __clang_major__ >= 18
template <model Network>
constexpr bool knows_its_kinds = ctnn::accuracy(Network, iris::test) >= 28.0 / 30;
static_assert(knows_its_kinds<trained.network>);
static_assert(!knows_its_kinds<model{}>);
#endif

struct one_epoch : recipe {
    static constexpr std::size_t epochs = 1;
};
struct in_batches : recipe {
    static constexpr std::size_t epochs = 3;
    static constexpr std::size_t batch_size = 7;
};
struct shuffled : recipe {
    static constexpr std::size_t epochs = 3;
    static constexpr bool shuffle = true;
};
struct shuffled_otherwise : shuffled {
    static constexpr std::uint64_t seed = 77;
};
struct all_options : shuffled_otherwise {
    static constexpr std::size_t batch_size = 16;
    static constexpr auto loss = ctnn::mean_squared_error{};
};
struct samples_by_value : one_epoch {
    static constexpr auto samples = iris::grown<5>(3);
};
constexpr iris::flower few[]{iris::training[0], iris::training[1], iris::training[2]};
struct samples_in_a_c_array : one_epoch {
    static constexpr auto& samples = few;
};
struct with_a_memory : in_batches {
    static constexpr own::momentum optimizer{.learning_rate = 0.05};
};

using wide =
    ctnn::network<double, ctnn::input<2>, own::scale, ctnn::dense<20, ctnn::tanh>, ctnn::dense<1>>;
constexpr std::array curve{ctnn::sample{std::array{0.25, 0.5}, std::array{0.75}},
                           ctnn::sample{std::array{0.5, -0.5}, std::array{-0.25}}};
struct own_layer {
    static constexpr auto network = ctnn::initialize<wide>(ctnn::glorot_uniform{}, 5);
    static constexpr ctnn::mean_squared_error loss{};
    static constexpr ctnn::sgd optimizer{.learning_rate = 0.05};
    static constexpr auto& samples = curve;
    static constexpr std::size_t epochs = 10;
};

// The machine is told the settings in words of its own, not by recipe_options.
template <class Recipe>
void check(ctnn::training_options options) {
    constexpr auto compiled = ctnn::trained<Recipe>;
    using network = std::remove_cvref_t<decltype(compiled.network)>;
    using optimizer = std::remove_cvref_t<decltype(Recipe::optimizer)>;
    ctnn::training_result<network, ctnn::detail::state_of<optimizer, network>> result{
        compare::opaque(Recipe::network)};
    CHECK(compiled.losses.size() == options.epochs);
    options.epochs = 1;
    for (auto const mean : compiled.losses) {
        result = train(result, Recipe::loss, Recipe::optimizer, Recipe::samples, options);
        CHECK(compare::same_bits(mean, result.loss));
    }
    CHECK(result.ok());
    CHECK(compare::same_bits(compiled.network, result.network));
    CHECK_FALSE(compare::same_bits(compiled.network, Recipe::network));
}

} // namespace

TEST_CASE("a trained recipe has the bits of a training on the machine", "[trained]") {
    check<recipe>({.epochs = 20});
    check<one_epoch>({.epochs = 1});
    check<in_batches>({.epochs = 3, .batch_size = 7});
    check<shuffled>({.epochs = 3, .shuffle = true, .seed = 0});
    check<shuffled_otherwise>({.epochs = 3, .shuffle = true, .seed = 77});
    check<all_options>({.epochs = 3, .batch_size = 16, .shuffle = true, .seed = 77});
    check<with_a_memory>({.epochs = 3, .batch_size = 7});
    check<own_layer>({.epochs = 10});
}

TEST_CASE("the samples of a recipe can be any contiguous range", "[trained]") {
    check<samples_by_value>({.epochs = 1});
    check<samples_in_a_c_array>({.epochs = 1});
}

TEST_CASE("what differs from recipe to recipe is learnt differently", "[trained]") {
    CHECK(ctnn::trained<shuffled>.network != ctnn::trained<shuffled_otherwise>.network);
    CHECK(ctnn::trained<in_batches>.network != ctnn::trained<with_a_memory>.network);
}
