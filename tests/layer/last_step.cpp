#include <ctnn/layer/last_step.hpp>

#include <array>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/over_time.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/placed/unwind.hpp>
#include <type_traits>

#include "../catch.hpp"
#include "../support/random_numbers.hpp"

namespace {

using namespace ctnn;

using alone = network<float, input<3, 2>, last_step>;
static_assert(std::is_same_v<alone::output_shape, shape<2>>);
static_assert(alone{}({1, 2, 3, 4, 5, 6}) == std::array<float, 2>{5, 6});
static_assert(alone::parameter_count == 0);

// What a step is may have axes of its own.
using image = network<float, input<2, 2, 3, 1>, last_step>;
static_assert(std::is_same_v<image::output_shape, shape<2, 3, 1>>);
static_assert(image{}({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}) ==
              std::array<float, 6>{7, 8, 9, 10, 11, 12});
static_assert(network<float, input<1, 2>, last_step>{}({1, 2}) == std::array<float, 2>{1, 2});

// Only the last step is asked for derivatives.
constexpr auto derivative = [] {
    alone const net{};
    alone::records records;
    alone::input_type const x{1, 2, 3, 4, 5, 6};
    placed::forward(net, x, records);
    return placed::unwind(net, x, records, {7, 8});
}();
static_assert(derivative == std::array<float, 6>{0, 0, 0, 0, 7, 8});

} // namespace

TEST_CASE("the last step of a sequence is what the same layers give for it alone", "[layer]") {
    using model = network<float, input<7, 3>, over_time<dense<5>>, last_step, dense<2>>;
    using last = network<float, input<3>, dense<5>, dense<2>>;
    seeded::random_numbers draw(1);
    auto const net = draw.network<model>();
    auto const of_last = compare::network_of<last>(compare::flat(net));
    std::array<model::input_type, 19> batch{};
    for (auto& x : batch)
        x = draw.array<float, 21>();
    auto const y = net(batch);
    for (std::size_t n = 0; n < batch.size(); ++n) {
        auto const& x = batch[n];
        CHECK(compare::same_bits(y[n], of_last({x[18], x[19], x[20]})));
        CHECK(compare::same_bits(net(x), y[n]));
    }
}
