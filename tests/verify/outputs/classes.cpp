#include <ctnn/verify/outputs/class_is.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/relu.hpp>
#include <ctnn/host/output_condition.hpp>
#include <ctnn/host/prove.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/class_is.hpp>
#include <ctnn/verify/class_is_not.hpp>
#include <ctnn/verify/outputs.hpp>
#include <ctnn/verify/prove.hpp>

#include "../../catch.hpp"
#include "../../soundness/nets.hpp"

namespace {

using namespace ctnn;
using namespace ctnn::verify;
using namespace ctnn::verify::outputs; // the names of functions and of conditions do not clash

using pair = network<float, input<1>, dense<2>>;
constexpr pair net{{{{1, -1}}, {0, 0}}};
constexpr box<float, 1> right{{0.5f}, {1}}, left{{-1}, {-0.5f}}, all{{-1}, {1}}, middle{{0}, {0}};
static_assert(prove(net, right, class_is(0)).proven());
static_assert(prove(net, right, class_is(0)).margin == class_is(net, right, 0).margin);
static_assert(prove(net, left, class_is(1)).proven());
static_assert(prove(net, all, class_is(0)).violated());
static_assert(prove(net, left, class_is_not(0)).proven() &&
              prove(net, left, !class_is(0)).proven());
static_assert(prove(net, right, class_is(0) && output<0> <= 1).proven());
static_assert(prove(net, all, class_is(0) || !class_is(0), 9).boxes > 0);
// Where both are equal, none is larger.
static_assert(prove(net, middle, class_is(0)).violated());
static_assert(prove(net, middle, class_is_not(0)).violated());
static_assert(prove(net, middle, !class_is(0)).proven());
static_assert(prove(net, middle, !class_is_not(0)).proven());
static_assert(prove(net, right, class_is(2)).unknown());

// One output is a class by itself: 1 above 0.5, 0 below.
using single = network<float, input<1>, dense<1>>;
constexpr single same{{{{1}}, {0}}};
constexpr box<float, 1> half{{0.5f}, {0.5f}}, more{{0.75f}, {1}};
static_assert(prove(same, more, class_is(1)).proven() && prove(same, left, class_is(0)).proven());
static_assert(prove(same, half, class_is(1)).violated());
static_assert(prove(same, half, class_is(0)).violated());
static_assert(prove(same, half, !class_is(1) && !class_is(0)).proven());
static_assert(prove(same, more, class_is(2)).unknown());

} // namespace

TEST_CASE("conditions on classes are what the functions ask, on a host as well", "[verify][host]") {
    using model = network<float, input<3>, dense<6, relu>, dense<4>>;
    soundness::draw random(81);
    int proven = 0, violated = 0;
    for (int k = 0; k < 60; ++k) {
        auto const one = soundness::network<model>(random);
        auto const in = soundness::box<float, 3>(random);
        std::size_t const which = random.below(4);
        host::proof_options options;
        options.threads = 1, options.boxes = 20;
        for (bool is : {true, false}) {
            auto const by_function = is ? verify::class_is(one, in, which, 20)
                                        : verify::class_is_not(one, in, which, 20);
            auto const by_condition = is ? prove(one, in, outputs::class_is(which), 20)
                                         : prove(one, in, outputs::class_is_not(which), 20);
            auto const by_host = is ? host::prove(one, in, class_is(which), options)
                                    : host::prove(one, in, class_is_not(which), options);
            CHECK(by_condition.kind == by_function.kind);
            CHECK(by_condition.margin == by_function.margin);
            CHECK(by_condition.boxes == by_function.boxes);
            CHECK((by_host.proven() || !by_function.proven()));
            CHECK((by_host.violated() || !by_function.violated()));
            proven += by_host.proven(), violated += by_host.violated();
        }
        CHECK(host::prove(one, in, class_is(4), options).problem);
    }
    CHECK((proven > 20 && violated > 20));
}

TEST_CASE("the contrary of a class is that another output is as large", "[verify]") {
    soundness::draw random(82);
    int chosen = 0;
    for (int k = 0; k < 2000; ++k) {
        std::array<double, 3> y{};
        for (double& one : y)
            one = static_cast<double>(random.below(3));
        for (std::size_t which = 0; which < 3; ++which) {
            bool largest = true, smaller = false;
            for (std::size_t j = 0; j < 3; ++j) {
                largest = largest && (j == which || y[which] > y[j]);
                smaller = smaller || y[which] < y[j];
            }
            auto const holds = [&](auto const& wanted) {
                return outputs::detail::condition_on<3>(wanted).is_satisfied_by(y);
            };
            CHECK(holds(class_is(which)) == largest);
            CHECK(holds(!class_is(which)) == !largest);
            CHECK(holds(class_is_not(which)) == smaller);
            CHECK(holds(!class_is_not(which)) == !smaller);
            chosen += largest;
        }
    }
    CHECK(chosen > 500);
}
