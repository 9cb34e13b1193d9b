#include <ctnn/loss/mean_squared_error.hpp>

#include "../catch.hpp"
#include "../laws/network_laws.hpp"
#include "faces.hpp"

// One sample: forward, loss and gradient at run time, against dual numbers and against the compiler.

TEST_CASE("the run-time face of every layer and activation", "[faces]") {
    faces::for_each_entry([]<class Entry>() {
        using model = typename Entry::template network<double>;
        using laws = laws::network<model, ctnn::mean_squared_error>;
        CAPTURE(Entry::name);
        for (std::uint32_t seed = 1; seed < 5; ++seed) {
            CHECK(laws::output_and_loss_are_those_of_the_forward_pass(seed));
            CHECK(laws::gradient_agrees_with_dual_numbers(seed));
        }
        CHECK(laws::bits_are_the_same_in_the_compiler());
        // All that it is are its numbers.
        auto const net = laws::made_of(1).net;
        CHECK(compare::network_of<model>(compare::flat(net)) == net);
    });
}
