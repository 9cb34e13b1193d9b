#include <ctnn/verify/proof.hpp>

#include <ctnn/initialize.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/verify/class_is.hpp>
#include <ctnn/verify/output_within.hpp>

#include "../catch.hpp"
#include "../support/compare.hpp"

namespace {

namespace verify = ctnn::verify;
using ctnn::relu;

// A controller's force stays within 0.737 over its whole box.
struct controller {
    using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<16, relu>, ctnn::dense<16, relu>,
                                ctnn::dense<1>>;
    static constexpr auto network = ctnn::initialize<model>(ctnn::glorot_uniform{}, 7);
    static constexpr ctnn::box<float, 2> inputs{{-1, -1}, {1, 1}};
    static constexpr verify::condition<1, 2, 1> wanted{{{{{{{1}, 0.737}}}, {{{{-1}, 0.737}}}}}};
    static constexpr std::size_t boxes = 2000;
};
constexpr auto found = verify::proof<controller>;
static_assert(found.proven());
// It takes more boxes than one constant.
static_assert(found.boxes > verify::detail::proof_of<controller>::boxes_in_stage);

// What is not proven in the budget is not, over constants as in one.
struct with_less : controller {
    static constexpr std::size_t boxes = 8;
};
static_assert(verify::proof<with_less>.unknown() && verify::proof<with_less>.boxes == 8);

} // namespace

TEST_CASE("the compiler's proof is that of the machine", "[verify]") {
    auto const v = verify::prove(compare::opaque(controller::network), controller::inputs,
                                 controller::wanted, controller::boxes);
    CHECK(v.proven());
    CHECK(v.boxes == found.boxes);
    CHECK(v.margin == found.margin);
    CHECK(v.boxes >= 12);
}
