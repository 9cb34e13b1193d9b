// Networks whose weights are linked: their types, and the numbers of those that the compiler reads.
#include "convnet.hpp" // made by ctnn_model, like those that follow
#include "external.hpp"
#include "flowers.hpp"
#include "json_pedal.hpp"
#include "linked_external.hpp"
#include "linked_policy.hpp"
#include "pedal.hpp"
#include "policy.hpp"

#include <ctnn/ctnn.hpp>
#include <type_traits>

using namespace ctnn;
static_assert(std::is_same_v<convnet::model,
                             network<float, input<6, 6, 1>, conv2d<3, kernel_size<3, 3>>,
                                     batch_norm, relu, max_pool<kernel_size<2, 2>>, dense<2>>>);
static_assert(std::is_same_v<pedal::model,
                             network<float, input<6, 1>, residual<lstm<4>, over_time<dense<1>>>>>);
static_assert(
    std::is_same_v<flowers::model, network<float, input<4>, dense<8, relu>, dense<3, softmax>>>);
static_assert(std::is_same_v<json_pedal::model, network<float, input<1>, dense<1, ctnn::tanh>>>);
static_assert(json_pedal::net({0.25f})[0] == 0);

int main() {
    bool const same = linked_policy::net == policy::net && linked_external::net == external::net;
    return same ? 0 : 1;
}
