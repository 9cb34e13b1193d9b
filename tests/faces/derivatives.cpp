#include <ctnn/verify/gradient_bounds.hpp>

#include "../catch.hpp"
#include "../support/duals.hpp"
#include "boxes.hpp"
#include "faces.hpp"

// Against the slopes that dual numbers find.

TEST_CASE("the face of every layer and activation that bounds derivatives", "[faces]") {
    faces::for_each_entry([]<class Entry>() {
        if constexpr (faces::takes<faces::derivatives, Entry>) {
            using model = typename Entry::template network<double>;
            CAPTURE(Entry::name);
            faces::boxes<model> given(41);
            auto const found = ctnn::verify::gradient_bounds(given.net, given.box);
            auto const twin =
                compare::network_of<duals::twin<model>>(duals::constants(compare::flat(given.net)));
            std::size_t outside = 0;
            for (int k = 0; k < 50; ++k) {
                auto const x = given.point();
                for (std::size_t i = 0; i < model::input_size; ++i) {
                    auto const y = twin(duals::one_variable(x, i));
                    for (std::size_t j = 0; j < model::output_size; ++j) {
                        double const slope = y[j].derivative, rounding = 1e-12;
                        outside += !(found[j][i].lower - rounding <= slope &&
                                     slope <= found[j][i].upper + rounding);
                    }
                }
            }
            CHECK(outside == 0);
            for (auto const& row : found)
                CHECK(given.widest(row) < 16);
        }
    });
}
