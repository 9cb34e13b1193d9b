#include <ctnn/initializer/zeros.hpp>

#include "../catch.hpp"
#include "against_numpy.hpp"

TEST_CASE("zeros are a network of zeros", "[initializer]") {
    using model = numpy_weights::model<double>;
    STATIC_REQUIRE(ctnn::initialize<model>(ctnn::zeros{}, 1) == model{});
    auto const net = ctnn::initialize<model>(compare::opaque(ctnn::zeros{}), 1);
    CHECK(compare::same_bits(compare::flat(net), compare::flat(model{})));
}
