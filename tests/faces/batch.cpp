#include <array>
#include <cstddef>
#include <vector>

#include "../catch.hpp"
#include "../support/random_numbers.hpp"
#include "faces.hpp"

// So many samples that two groups are filled and some are left.

TEST_CASE("the batch face of every layer and activation", "[faces]") {
    faces::for_each_entry([]<class Entry>() {
        using model = typename Entry::template network<float>;
        CAPTURE(Entry::name);
        seeded::random_numbers draw(3);
        auto const net = draw.network<model>();
        std::vector<typename model::input_type> inputs(40);
        for (auto& x : inputs)
            x = draw.array<float, model::input_size>(-2, 2);
        std::vector<typename model::output_type> outputs(inputs.size());
        REQUIRE(net(inputs, outputs) == inputs.size());
        std::size_t different = 0;
        for (std::size_t i = 0; i < inputs.size(); ++i)
            different += !compare::same_bits(outputs[i], net(inputs[i]));
        CHECK(different == 0);
    });
}
