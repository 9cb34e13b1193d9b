#include <ctnn/training/training_options.hpp>

#include "../catch.hpp"

TEST_CASE("by default a training is one epoch of single samples in their order", "[train]") {
    constexpr ctnn::training_options options{};
    STATIC_REQUIRE(options.epochs == 1);
    STATIC_REQUIRE(options.batch_size == 1);
    STATIC_REQUIRE(!options.shuffle);
    STATIC_REQUIRE(options.seed == 0);
}
