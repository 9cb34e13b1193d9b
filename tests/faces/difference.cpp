#include "difference.hpp"

#include <array>
#include <cstddef>

#include "faces.hpp"

TEST_CASE("the face of every layer and activation that bounds differences", "[faces]") {
    faces::for_each_entry([]<class Entry>() {
        if constexpr (faces::takes<faces::difference, Entry>) {
            using model = typename Entry::template network<float>;
            CAPTURE(Entry::name);
            faces::boxes<model> given(61, 0.125, 0.5);
            std::array<ctnn::sample<typename model::input_type, typename model::output_type>, 30>
                samples{};
            for (auto& one : samples)
                one.input = given.point();
            CHECK(faces::that_leave(given, ctnn::quantize(given.net, samples).network) == 0);
        }
    });
}
