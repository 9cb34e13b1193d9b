#include <ctnn/layer/gru.hpp>
#include <ctnn/layer/lstm.hpp>

#include "../catch.hpp"
#include "check_layer.hpp"

// The layers that remember, as a step and as a sequence.
TEMPLATE_TEST_CASE("the laws of layers that remember", "[laws]", ctnn::gru<2>, ctnn::lstm<2>) {
    laws::check_layer<TestType, double, ctnn::input<3>>();
    laws::check_layer<TestType, double, ctnn::input<4, 3>>();
    laws::check_layer<TestType, float, ctnn::input<3, 1>>();
}
