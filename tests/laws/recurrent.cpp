#include <ctnn/activation/softsign.hpp>
#include <ctnn/layer/gru.hpp>
#include <ctnn/layer/lstm.hpp>
#include <ctnn/layer/simple_rnn.hpp>

#include "../catch.hpp"
#include "check_layer.hpp"

// The layers that remember, as a step and as a sequence.
TEMPLATE_TEST_CASE("the laws of layers that remember", "[laws]", ctnn::simple_rnn<2>, ctnn::gru<2>,
                   (ctnn::gru<2, ctnn::reset_before, ctnn::softsign>), ctnn::lstm<2>) {
    laws::check_layer<TestType, double, ctnn::input<3>>();
    laws::check_layer<TestType, double, ctnn::input<4, 3>>();
    laws::check_layer<TestType, float, ctnn::input<3, 1>>();
}
