#include "difference.hpp"
#include "faces.hpp"

TEST_CASE("the same face of networks that became fixed-point ones", "[faces]") {
    faces::for_each_entry([]<class Entry>() {
        if constexpr (faces::takes<faces::difference, Entry>) {
            using model = typename Entry::template network<float>;
            CAPTURE(Entry::name);
            faces::boxes<model> given(62, 0.125, 0.5);
            CHECK(faces::that_leave(given, ctnn::convert<ctnn::fixed_point<7, 24>>(given.net)) ==
                  0);
        }
    });
}
