#include <ctnn/verify/linear_bounds.hpp>

#include "../catch.hpp"
#include "boxes.hpp"
#include "faces.hpp"

TEST_CASE("the linear face of every layer and activation", "[faces]") {
    faces::for_each_entry([]<class Entry>() {
        for (std::uint32_t seed = 31; seed < 51; ++seed) {
            CAPTURE(Entry::name, seed);
            faces::boxes<typename Entry::template inside<float>> given(seed);
            auto const found = ctnn::verify::linear_bounds(given.net, given.box);
            CHECK(given.most_that_leave(found) == 0);
            // Roundings are charged once more.
            CHECK(given.widest(found) <= 1.001 * given.widest(ctnn::bounds(given.net, given.box)));
        }
    });
}

// What asks with linear bounds, of layers alone: activations go the same way.
TEST_CASE("every layer is proven about", "[faces]") {
    faces::layers::each([]<class Entry>() {
        CAPTURE(Entry::name);
        faces::boxes<typename Entry::template inside<float>> given(32);
        auto const bounds = ctnn::verify::linear_bounds(given.net, given.box);
        using model = typename Entry::template inside<float>;
        ctnn::verify::box<float, model::output_size> range{};
        for (std::size_t j = 0; j < bounds.size(); ++j) {
            range.lower[j] = bounds[j].lower - 0.01F;
            range.upper[j] = bounds[j].upper + 0.01F;
        }
        // (linear_bounds knows intervals as well, which one box may not reach)
        CHECK(ctnn::verify::output_within(given.net, given.box, range, 64).proven());
        range.upper[0] = range.lower[0];
        CHECK(ctnn::verify::output_within(given.net, given.box, range).violated());
    });
}
