#include <algorithm>
#include <cmath>
#include <ctnn/loss/mean_squared_error.hpp>

#include "../catch.hpp"
#include "../laws/network_laws.hpp"
#include "faces.hpp"

TEST_CASE("the fixed-point face of every layer and activation", "[faces]") {
    faces::for_each_entry([]<class Entry>() {
        using scalar = ctnn::fixed_point<3, 12>;
        using model = typename Entry::template network<scalar>;
        using laws = laws::network<model, ctnn::mean_squared_error>;
        CAPTURE(Entry::name);
        CHECK(laws::bits_are_the_same_in_the_compiler());
        for (std::uint32_t seed = 1; seed < 5; ++seed) {
            CHECK(laws::output_and_loss_are_those_of_the_forward_pass(seed));
            // Small enough that nothing saturates.
            seeded::random_numbers draw(seed);
            auto const net = draw.network<model>(-0.5, 0.5);
            auto const x = draw.array<scalar, model::input_size>();
            auto const real = ctnn::convert<double>(net)(ctnn::convert<double>(x));
            auto const y = ctnn::convert<double>(net(x));
            double largest = 0;
            for (std::size_t i = 0; i < y.size(); ++i)
                largest = std::max(largest, std::abs(y[i] - real[i]));
            CHECK(largest < 0x1p-8); // 16 steps
        }
    });
}
