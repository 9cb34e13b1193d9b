#include <ctnn/verify/question_problem.hpp>

#include <array>
#include <cstddef>
#include <ctnn/host/prove.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/convert.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/verify/class_is.hpp>
#include <ctnn/verify/class_is_not.hpp>
#include <ctnn/verify/controller_invariant.hpp>
#include <ctnn/verify/equivalent.hpp>
#include <ctnn/verify/lipschitz_below.hpp>
#include <ctnn/verify/monotone.hpp>
#include <ctnn/verify/no_overflow.hpp>
#include <ctnn/verify/output_within.hpp>
#include <ctnn/verify/outputs.hpp>
#include <ctnn/verify/proof.hpp>
#include <ctnn/verify/prove.hpp>
#include <ctnn/verify/robust.hpp>
#include <limits>
#include <set>
#include <string>

#include "../catch.hpp"

// A question with a problem is not blamed on the budget: the verdict says what was wrong.

namespace {

using namespace ctnn::verify;
using namespace ctnn::verify::outputs;
using ctnn::box;
using problem = question_problem;

using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<2>>;
constexpr model net{{{{1, 0}}, {0, -1}}};
constexpr box<float, 1> unit{{0}, {1}}, reversed{{1}, {0}};
constexpr float infinity = std::numeric_limits<float>::infinity(),
                no_number = std::numeric_limits<float>::quiet_NaN();

constexpr auto box_problem =
    problem::an_end_of_the_box_is_not_finite_or_lower_ends_are_above_upper_ones;
constexpr auto condition_problem =
    problem::a_number_of_the_condition_is_not_finite_or_was_rounded_or_there_is_no_such_class;
constexpr bool says(auto const& verdict, problem what) {
    return verdict.unknown() && verdict.problem == what && verdict.boxes == 0;
}

static_assert(class_is(net, unit, 0).problem == problem::none);
static_assert(class_is(net, unit, 1).problem == problem::none); // (violated)
static_assert(prove(net, unit, output<0> < 1, 0).problem == problem::none);
static_assert(says(class_is(net, unit, 2), problem::the_network_has_no_such_class));
static_assert(says(class_is_not(net, unit, 2), problem::the_network_has_no_such_class));
static_assert(says(class_is(net, reversed, 0), box_problem));
static_assert(says(class_is(net, {{0}, {infinity}}, 0), box_problem));
static_assert(says(class_is(net, {{no_number}, {0}}, 0), box_problem));
static_assert(says(robust(net, {0.0f}, -1.0f), problem::the_radius_is_below_0_or_no_number));
static_assert(says(robust(net, {0.0f}, no_number), problem::the_radius_is_below_0_or_no_number));
static_assert(says(robust(net, {0.0f}, infinity), box_problem));
static_assert(says(prove(net, unit, output<0> < infinity), condition_problem));
static_assert(says(prove(net, unit, class_is(2)), condition_problem));
static_assert(says(prove(net, reversed, output<0> < 1), box_problem));
static_assert(says(output_within(net, unit, {{0, 0}, {1, infinity}}), condition_problem));
static_assert(says(lipschitz_below(net, unit, -1), problem::the_limit_is_below_0_or_not_finite));
static_assert(says(lipschitz_below(net, reversed, 1), box_problem));
static_assert(says(monotone(net, reversed, 0, 0), box_problem));

using fixed = ctnn::fixed_point<3, 4>;
constexpr auto fixed_net = ctnn::convert<fixed>(net);
static_assert(says(equivalent(net, fixed_net, unit, -1),
                   problem::the_tolerance_is_below_0_or_not_finite));
static_assert(says(equivalent(net, fixed_net, reversed, 1), box_problem));
static_assert(says(no_overflow(fixed_net, {{fixed(1)}, {fixed(0)}}), box_problem));
static_assert(says(prove(fixed_net, {{fixed(1)}, {fixed(0)}}, output<0> < 1), box_problem));

struct stays {
    template <class T>
    constexpr std::array<T, 1> operator()(std::array<T, 1> const& x,
                                          std::array<T, 2> const&) const {
        return x;
    }
};
static_assert(says(controller_invariant(net, stays{}, reversed), box_problem));

struct property {
    static constexpr auto& network = net;
    static constexpr auto& inputs = reversed;
    static constexpr auto wanted = output<0> < 1;
    static constexpr std::size_t boxes = 10;
};
static_assert(says(proof<property>, box_problem));

} // namespace

TEST_CASE("each problem of a question has a sentence of its own", "[verify]") {
    std::set<std::string> all;
    for (std::size_t i = 0; i < ctnn::verify::detail::question_problems; ++i)
        all.insert(text_of(static_cast<problem>(i)).c_str());
    CHECK(all.size() == ctnn::verify::detail::question_problems);
}

TEST_CASE("what is asked of inputs and outputs that there are not is told", "[verify]") {
    std::size_t beyond = 2;
    CHECK(says(monotone(net, unit, beyond, 0), problem::the_network_has_no_such_input_or_output));
    CHECK(says(monotone(net, unit, 0, beyond), problem::the_network_has_no_such_input_or_output));
}

TEST_CASE("a proof on a host tells problems in its verdict as well", "[host]") {
    CHECK(says(ctnn::host::prove(net, reversed, output<0> < 1).verdict, box_problem));
    CHECK(says(ctnn::host::prove(net, unit, class_is(2)).verdict, condition_problem));
}
