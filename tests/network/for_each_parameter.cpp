#include <ctnn/network/for_each_parameter.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/network/network.hpp>
#include <vector>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

namespace {

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2, ctnn::relu>, ctnn::relu,
                            ctnn::residual<ctnn::dense<2>>, ctnn::dense<1>>;

constexpr model doubled(model net) {
    ctnn::for_each_parameter([](double& p) { p *= 2; }, net);
    return net;
}
constexpr model numbered = [] {
    model net{};
    double next = 1;
    ctnn::for_each_parameter([&](double& p) { p = next++; }, net);
    return net;
}();
static_assert(numbered.layer<0>().weights[0][1] == 2 && numbered.layer<0>().biases[1] == 6);
static_assert(numbered.layer<3>().biases[0] == model::parameter_count);
static_assert(doubled(numbered).layer<0>().weights[1][0] == 6);

} // namespace

TEST_CASE("for_each_parameter visits each parameter once, in order", "[network]") {
    std::vector<double> seen;
    ctnn::for_each_parameter([&](double const& p) { seen.push_back(p); }, numbered);
    REQUIRE(seen.size() == model::parameter_count);
    for (std::size_t i = 0; i < seen.size(); ++i)
        CHECK(seen[i] == static_cast<double>(i + 1));
}

TEST_CASE("for_each_parameter visits networks side by side", "[network]") {
    auto net = seeded::random_numbers(1).network<model>();
    auto const before = compare::flat(net);
    auto const other = seeded::random_numbers(2).network<model>();
    auto third = model{};
    ctnn::for_each_parameter(
        [](double& a, double const& b, double& c) {
            c = a;
            a += 2 * b;
        },
        net, other, third);
    for (std::size_t i = 0; i < before.size(); ++i) {
        CHECK(compare::flat(net)[i] == before[i] + 2 * compare::flat(other)[i]);
        CHECK(compare::flat(third)[i] == before[i]);
    }
}
