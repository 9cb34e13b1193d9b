#include <ctnn/verify/proof.hpp>

#include <cstddef>
#include <ctnn/verify/class_is.hpp>
#include <ctnn/verify/output_within.hpp>

#include "../catch.hpp"
#include "../support/bent.hpp"
#include "../support/compare.hpp"

namespace {

namespace verify = ctnn::verify;

using model = by_hand::bent_model;
using by_hand::bent;

// A controller's force stays from -58 to -17.5 over its whole box.
struct controller {
    static constexpr model network = bent();
    static constexpr ctnn::box<float, 2> inputs{{-1, -1}, {1, 1}};
    static constexpr verify::condition<1, 2, 1> wanted{{{{{{{1}, 58.0}}}, {{{{-1}, -17.5}}}}}};
    static constexpr std::size_t boxes = 2000;
};
constexpr auto found = verify::proof<controller>;
static_assert(found.proven());
// It takes more boxes than one constant.
static_assert(found.boxes > verify::detail::proof_of<controller>::boxes_in_slice);

// What is not proven in the budget is not, over constants as in one.
struct with_less : controller {
    static constexpr std::size_t boxes = 20;
};
static_assert(verify::proof<with_less>.unknown() && verify::proof<with_less>.boxes == 20);

} // namespace

TEST_CASE("the compiler's proof is that of the machine", "[verify]") {
    auto const v = verify::prove(compare::opaque(controller::network), controller::inputs,
                                 controller::wanted, controller::boxes);
    CHECK(v.proven());
    CHECK(v.boxes == found.boxes);
    CHECK(v.margin == found.margin);
    CHECK(v.boxes >= 40);
}
