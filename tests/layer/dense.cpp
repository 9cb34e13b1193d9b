#include <ctnn/layer/dense.hpp>

#include <ctnn/activation/relu.hpp>
#include <type_traits>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

// Its derivatives are in laws/layer.cpp.

namespace {

using ctnn::dense;

using bound = dense<3>::bound<double, 2>;
constexpr bound::parameters p{{{1, 2, 3}, {4, 5, 6}}, {7, 8, 9}};

static_assert(bound::output_size == 3);
static_assert(sizeof(p) == 9 * sizeof(double));
static_assert(bound::forward(p, {10, 100}) == std::array{417.0, 528.0, 639.0});
static_assert(bound::backward(p, {}, {1, 10, 100}) == std::array{321.0, 654.0});
constexpr bound::parameters gradient_from_one() {
    bound::parameters gradient{{{1, 1, 1}, {1, 1, 1}}, {1, 1, 1}};
    bound::accumulate_gradient(p, {2, 3}, {1, 10, 100}, gradient);
    return gradient;
}
static_assert(gradient_from_one() == bound::parameters{{{3, 21, 201}, {4, 31, 301}}, {2, 11, 101}});
static_assert(std::is_empty_v<dense<3>>);
static_assert(std::is_same_v<dense<3>::activation, ctnn::identity>);
static_assert(std::is_same_v<dense<3, ctnn::relu>::activation, ctnn::relu>);

template <std::size_t Inputs, std::size_t Outputs, class Scalar>
struct wide {
    using layer = typename dense<Outputs>::template bound<Scalar, Inputs>;
    typename layer::output_type v{};
    typename layer::output_type expected{};

    static constexpr wide run(std::uint32_t seed) {
        seeded::random_numbers draw(seed);
        typename layer::parameters q{};
        q.weights.values = draw.array<Scalar, Inputs * Outputs>();
        q.biases = draw.array<Scalar, Outputs>();
        auto const x = draw.array<Scalar, Inputs>();
        wide result{layer::forward(q, x), q.biases};
        for (std::size_t i = 0; i < Inputs; ++i)
            for (std::size_t j = 0; j < Outputs; ++j)
                result.expected[j] += x[i] * q.weights[i][j];
        return result;
    }
    static bool agrees() {
        constexpr wide compiled = run(1);
        wide const machine = run(compare::opaque(std::uint32_t{1}));
        return compare::near(machine.v, machine.expected, 16) &&
               compare::same_bits(machine.v, compiled.v);
    }
};

// Input i belongs to sum i mod n, the bias to sum 0; each product and each addition is rounded.
template <std::size_t Inputs, std::size_t Outputs, std::size_t N, class Scalar>
bool forward_adds_in_sums(std::uint32_t seed) {
    using layer = typename dense<Outputs>::template bound<Scalar, Inputs>;
    seeded::random_numbers draw(seed);
    typename layer::parameters q{};
    q.weights.values = draw.array<Scalar, Inputs * Outputs>();
    q.biases = draw.array<Scalar, Outputs>();
    auto const x = draw.array<Scalar, Inputs>();
    std::array<Scalar, Outputs> expected{};
    for (std::size_t j = 0; j < Outputs; ++j) {
        std::array<Scalar, 4> sums{q.biases[j]};
        for (std::size_t i = 0; i < Inputs; ++i)
            sums[i % N] += x[i] * q.weights[i][j];
        expected[j] = N == 4 ? (sums[0] + sums[1]) + (sums[2] + sums[3]) : sums[0] + sums[1];
    }
    return compare::same_bits(layer::forward(q, x), expected);
}

} // namespace

TEST_CASE("a dense layer is x W + b", "[layer]") {
    CHECK(bound::forward(compare::opaque(p), {10, 100}) == std::array{417.0, 528.0, 639.0});
    CHECK(bound::backward(compare::opaque(p), {}, {1, 10, 100}) == std::array{321.0, 654.0});
}

TEST_CASE("a dense layer of any width has the bits that it has in the compiler", "[layer]") {
    CHECK(wide<1, 1, double>::agrees());
    CHECK(wide<5, 7, double>::agrees());
    CHECK(wide<16, 16, double>::agrees());
    CHECK(wide<4, 3, float>::agrees());
    CHECK(wide<16, 16, float>::agrees());
    CHECK(wide<33, 21, float>::agrees());
}

TEST_CASE("a dense layer adds in an order that its shape alone decides", "[layer]") {
    for (std::uint32_t seed = 0; seed < 10; ++seed) {
        CHECK(forward_adds_in_sums<1, 1, 1, double>(seed));
        CHECK(forward_adds_in_sums<3, 40, 1, float>(seed));
        CHECK(forward_adds_in_sums<5, 7, 2, double>(seed));
        CHECK(forward_adds_in_sums<16, 16, 2, float>(seed));
        CHECK(forward_adds_in_sums<31, 8, 2, float>(seed));
        CHECK(forward_adds_in_sums<33, 21, 4, float>(seed));
        CHECK(forward_adds_in_sums<32, 63, 4, double>(seed));
        CHECK(forward_adds_in_sums<40, 64, 2, float>(seed));
        CHECK(forward_adds_in_sums<9, 3, 4, float>(seed));
        CHECK(forward_adds_in_sums<20, 150, 1, double>(seed));
    }
}

TEST_CASE("a dense layer draws its weights and leaves its biases at zero", "[layer]") {
    bound::parameters fresh{};
    double next = 0;
    bound::initialize(fresh, [&next](std::size_t fan_in, std::size_t fan_out) {
        CHECK(fan_in == 2);
        CHECK(fan_out == 3);
        return next += 1;
    });
    CHECK(fresh == bound::parameters{{{1, 2, 3}, {4, 5, 6}}, {}});
}
