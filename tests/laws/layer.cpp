#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/placed/activate.hpp>

#include "../catch.hpp"
#include "check_layer.hpp"
#include "own.hpp"

// Sizes on both sides of those of the machine's vectors.
TEMPLATE_TEST_CASE("the laws of layers", "[laws]", (ctnn::dense<1>), (ctnn::dense<2, ctnn::tanh>),
                   (ctnn::dense<3>), (ctnn::dense<4>), (ctnn::dense<7>), (ctnn::dense<9>),
                   (ctnn::activate<ctnn::softmax>), ctnn::tanh, own::scale) {
    using ctnn::input;
    laws::check_layer<TestType, double, input<1>>();
    laws::check_layer<TestType, double, input<4>>();
    laws::check_layer<TestType, float, input<5>>();
}
