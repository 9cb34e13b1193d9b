#include <ctnn/verify/bounds.hpp>

#include "../catch.hpp"
#include "boxes.hpp"
#include "faces.hpp"

TEST_CASE("the interval face of every layer and activation", "[faces]") {
    faces::for_each_entry([]<class Entry>() {
        CAPTURE(Entry::name);
        faces::boxes<typename Entry::template network<float>> given(21);
        auto const found = ctnn::bounds(given.net, given.box);
        CHECK(given.most_that_leave(found) == 0);
        CHECK(given.widest(found) < 16);
        // In a constant, the same ones.
        using model = typename Entry::template network<float>;
        constexpr auto compiled =
            ctnn::bounds(faces::boxes<model>(21).net, faces::boxes<model>(21).box);
        CHECK(compare::same_bits(compiled, found));
    });
}
