#include <ctnn/network/trace.hpp>

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <type_traits>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

namespace {

using namespace ctnn;

using model = network<double, input<2>, dense<3, relu>, residual<dense<3>>, dense<1>>;
constexpr model net{{{{1, 0, -1}, {0, 1, 2}}, {0, 0, -1}},
                    {{{{1, 0, 0}, {0, 2, 0}, {0, 0, 3}}, {1, 1, 1}}},
                    {{{1}, {10}, {100}}, {0}}};
constexpr auto seen = trace(net, {2, -1});

// By hand: (2, -1, -5) and its relu, x + (x W + b), and a weighted sum.
static_assert(seen.layer<0>() == std::array<double, 3>{2, 0, 0});
static_assert(seen.layer<1>() == std::array<double, 3>{5, 1, 1});
static_assert(seen.layer<2>() == std::array<double, 1>{115});

// Of what is inside layer 1.
static_assert(trace(net.layer<1>(), seen.layer<0>()).layer<0>() == std::array<double, 3>{3, 1, 1});

constexpr std::size_t sizes = [] {
    std::size_t all = 0;
    seen.for_each([&all](auto const& y) { all = 10 * all + y.size(); });
    return all;
}();
static_assert(sizes == 331);

static_assert(trace(net, std::array<double, 2>{2, -1}) == seen);
static_assert(trace(net, {2, -1.5}) == seen); // relu hides it
static_assert(!(trace(net, {2.5, -1}) == seen));

template <class Scalar>
using all_kinds =
    network<Scalar, input<4, 4, 1>, conv2d<2, kernel_size<3, 3>, padding_same, ctnn::tanh>,
            max_pool<kernel_size<2, 2>>, flatten, parallel<multiplied, dense<5>, dense<5, sigmoid>>,
            dense<3>, softmax>;

template <class Scalar>
void check_that_the_last_is_the_output() {
    auto const any = seeded::random_numbers(31).network<all_kinds<Scalar>>();
    auto const x = seeded::random_numbers(32).array<Scalar, 16>();
    auto const y = trace(compare::opaque(any), x);
    CHECK(compare::same_bits(y.template layer<5>(), any(x)));
    // The network up to there gives what a layer gave.
    network<Scalar, input<4, 4, 1>, conv2d<2, kernel_size<3, 3>, padding_same, ctnn::tanh>,
            max_pool<kernel_size<2, 2>>>
        first;
    first.template layer<0>() = any.template layer<0>();
    CHECK(compare::same_bits(y.template layer<1>(), first(x)));
    CHECK(compare::same_bits(y.template layer<2>(), first(x)));
}

} // namespace

TEST_CASE("a trace has what each layer gives, to the bit", "[network]") {
    check_that_the_last_is_the_output<float>();
    check_that_the_last_is_the_output<double>();
}

TEST_CASE("a trace in fixed point", "[network]") {
    using number = fixed_point<7, 8>;
    auto const fixed = convert<number>(net);
    CHECK(trace(fixed, {number(2), number(-1)}).layer<1>() ==
          std::array{number(5), number(1), number(1)});
}
