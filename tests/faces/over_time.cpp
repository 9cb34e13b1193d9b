#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

// A layer over time is of the kind of its layer. Of each kind there is a twin without `over_time` that computes the same:
// windows of one place. Every face makes the same of both, to the bit.

namespace {

using namespace ctnn;

template <class Over, class Twin>
struct twins {
    Over over;
    Twin twin;
    verify::box<float, Over::input_size> box{};
    std::array<sample<typename Over::input_type, typename Over::output_type>, 19> samples{};

    explicit twins(std::uint32_t seed) {
        seeded::random_numbers draw(seed);
        over = draw.network<Over>();
        twin = compare::network_of<Twin>(compare::flat(over));
        for (std::size_t i = 0; i < Over::input_size; ++i) {
            box.lower[i] = static_cast<float>(draw(-1, 0));
            box.upper[i] = static_cast<float>(draw(0, 1));
        }
        for (auto& one : samples)
            one = {draw.array<float, Over::input_size>(), draw.array<float, Over::output_size>()};
    }
};

template <class Bounds>
bool same(Bounds const& a, Bounds const& b) {
    bool equal = true;
    for (std::size_t j = 0; j < a.size(); ++j)
        equal = equal && compare::same_bits(a[j].lower, b[j].lower) &&
                compare::same_bits(a[j].upper, b[j].upper);
    return equal;
}

template <class Over, class Twin, bool HasDerivatives = true>
void check() {
    using fixed = fixed_point<3, 12>;
    static_assert(footprint<Over>.multiply_adds == footprint<Twin>.multiply_adds);
    for (std::uint32_t seed = 1; seed < 6; ++seed) {
        twins<Over, Twin> const given(seed);
        auto const& [over, twin, box, samples] = given;

        CHECK(same(verify::bounds(over, box), verify::bounds(twin, box)));
        CHECK(same(verify::linear_bounds(over, box), verify::linear_bounds(twin, box)));
        if constexpr (HasDerivatives) {
            auto const a = verify::gradient_bounds(over, box),
                       b = verify::gradient_bounds(twin, box);
            for (std::size_t j = 0; j < a.size(); ++j)
                CHECK(same(a[j], b[j]));
            CHECK(same(verify::difference_bounds(over, convert<fixed>(over), box),
                       verify::difference_bounds(twin, convert<fixed>(twin), box)));
        }

        auto const small = quantize(over, samples);
        auto const small_twin = quantize(twin, samples);
        REQUIRE((small.ok() && small_twin.ok()));
        for (auto const& one : samples) {
            CHECK(compare::same_bits(small.network(one.input), small_twin.network(one.input)));
            CHECK(convert<fixed>(over)(convert<fixed>(one.input)) ==
                  convert<fixed>(twin)(convert<fixed>(one.input)));
        }

        for (std::size_t batch_size : {std::size_t{1}, std::size_t{7}}) {
            training_options const options{.epochs = 2, .batch_size = batch_size};
            auto const a = train(over, mean_squared_error{}, sgd{}, samples, options);
            auto const b = train(twin, mean_squared_error{}, sgd{}, samples, options);
            CHECK(compare::same_bits(compare::flat(a.network), compare::flat(b.network)));
        }
    }
}

using places = input<4, 1, 2>;
using steps = input<4, 2>;
using of_place = conv2d<2, kernel_size<1, 1>, ctnn::tanh>;
using of_step = over_time<dense<2, ctnn::tanh>>;

} // namespace

TEST_CASE("an affine layer over time through every face", "[faces]") {
    check<network<float, steps, of_step, over_time<dense<3, relu>>, dense<2>>,
          network<float, places, of_place, conv2d<3, kernel_size<1, 1>, relu>, dense<2>>>();
}

TEST_CASE("an activation over time through every face", "[faces]") {
    check<network<float, steps, of_step, over_time<sigmoid>, dense<2>>,
          network<float, places, of_place, sigmoid, dense<2>>>();
}

TEST_CASE("layers of layers over time through every face", "[faces]") {
    check<
        network<float, steps, of_step, over_time<residual<dense<2, relu>>>, dense<2>>,
        network<float, places, of_place, residual<conv2d<2, kernel_size<1, 1>, relu>>, dense<2>>>();
}

TEST_CASE("an opaque layer over time through every face that takes it", "[faces]") {
    using before = conv2d<2, kernel_size<1, 1>>;
    check<
        network<float, input<3, 4, 1>, before, over_time<max_pool<kernel_size<2>, relu>>, dense<2>>,
        network<float, input<3, 4, 1>, before, max_pool<kernel_size<1, 2>, relu>, dense<2>>,
        false>();
}
