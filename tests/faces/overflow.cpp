#include <ctnn/verify/no_overflow.hpp>
#include <ctnn/verify/without_saturation.hpp>

#include "../catch.hpp"
#include "boxes.hpp"
#include "faces.hpp"

TEST_CASE("the face of every layer and activation that finds overflow", "[faces]") {
    faces::for_each_entry([]<class Entry>() {
        if constexpr (faces::takes<faces::overflow, Entry>) {
            using scalar = faces::overflow::scalar;
            using model = typename Entry::template network<scalar>;
            CAPTURE(Entry::name);
            faces::boxes<model> given(51, 0.25, 0.5);
            CHECK(ctnn::verify::no_overflow(given.net, given.box).proven());
            // Weights that saturate on either side.
            for (auto const weight : {scalar::largest(), scalar::lowest()}) {
                auto large = compare::flat(given.net);
                large.fill(weight);
                given.box.lower.fill(scalar(7));
                given.box.upper.fill(scalar(7));
                CHECK(ctnn::verify::no_overflow(compare::network_of<model>(large), given.box)
                          .violated());
            }
        }
    });
}
