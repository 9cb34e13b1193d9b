#include <array>
#include <ctnn/ctnn.hpp>
#include <ctnn/host/prove.hpp>
#include <type_traits>

#include "../catch.hpp"

// Nothing is proven about a quantized network itself: each function refuses it, and takes the network that it was made
// from. (The sentence is in tests/compile_fail/quantized_*.)

namespace {

using namespace ctnn;

using model = network<float, input<2>, dense<3, relu>, dense<2>>;
using in_fixed_point = network<fixed_point<3, 12>, input<2>, dense<3, relu>, dense<2>>;
constexpr verify::box<float, 2> inputs{{0, 0}, {1, 1}};
struct plant {
    template <class State, class Control>
    constexpr State operator()(State const& state, Control const&) const {
        return state;
    }
};

template <class Net>
constexpr std::array takes{requires(Net const& net){verify::bounds(net, inputs);
} // namespace
, requires(Net const& net) {
    verify::linear_bounds(net, inputs);
}
, requires(Net const& net) {
    verify::gradient_bounds(net, inputs);
}
, requires(Net const& net) {
    verify::lipschitz_bound(net, inputs);
}
, requires(Net const& net) {
    verify::lipschitz_below(net, inputs, 1.0);
}
, requires(Net const& net) {
    verify::monotone(net, inputs, 0, 0);
}
, requires(Net const& net) {
    verify::output_within(net, inputs, inputs);
}
, requires(Net const& net) {
    verify::class_is(net, inputs, 0);
}
, requires(Net const& net) {
    verify::class_is_not(net, inputs, 0);
}
, requires(Net const& net) {
    verify::prove(net, inputs, verify::classes::is<2>(0));
}
, requires(Net const& net) {
    verify::robust(net, std::array{0.1F, 0.7F}, 0.1F);
}
, requires(Net const& net) {
    verify::robust_radius(net, std::array{0.1F, 0.7F}, 0.1F);
}
, requires(Net const& net) {
    verify::controller_invariant(net, plant{}, inputs);
}
, requires(Net const& net) {
    verify::difference_bounds(net, quantized<model>{}, inputs);
}
, requires(Net const& net) {
    verify::equivalent(net, quantized<model>{}, inputs, 0.1);
}
, requires(Net const& net) {
    host::prove(net, inputs, verify::classes::is<2>(0));
}
,
}
;
template <bool Wanted, class Net>
constexpr bool all_are = [] {
    for (bool const one : takes<Net>)
        if (one != Wanted)
            return false;
    return true;
}();

template <class Net, class Box>
constexpr bool takes_no_overflow = requires(Net const& net, Box const& box) {
    verify::no_overflow(net, box);
};

} // namespace

TEST_CASE("what proves takes the network that a quantized one was made from", "[verify]") {
    STATIC_REQUIRE(all_are<true, model>);
    STATIC_REQUIRE(all_are<false, quantized<model>>);
    STATIC_REQUIRE(takes_no_overflow<in_fixed_point, verify::box<in_fixed_point::scalar, 2>>);
    STATIC_REQUIRE(!takes_no_overflow<quantized<model>, verify::box<float, 2>>);
}
