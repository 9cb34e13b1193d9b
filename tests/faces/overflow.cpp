#include <ctnn/verify/no_overflow.hpp>
#include <ctnn/verify/without_saturation.hpp>

#include "../catch.hpp"
#include "boxes.hpp"
#include "faces.hpp"

TEST_CASE("the face of every layer and activation that finds overflow", "[faces]") {
    faces::for_each_entry([]<class Entry>() {
        if constexpr (faces::takes<faces::overflow, Entry>) {
            using model = typename Entry::template network<faces::overflow::scalar>;
            CAPTURE(Entry::name);
            faces::boxes<model> given(51);
            CHECK(ctnn::verify::no_overflow(given.net, given.box).proven());
            // The largest weights and inputs.
            auto large = compare::flat(given.net);
            large.fill(model::scalar::largest());
            given.box.lower.fill(model::scalar::largest());
            given.box.upper.fill(model::scalar::largest());
            CHECK(
                ctnn::verify::no_overflow(compare::network_of<model>(large), given.box).violated());
        }
    });
}
