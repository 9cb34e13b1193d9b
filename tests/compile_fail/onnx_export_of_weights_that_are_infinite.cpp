// expect: a_weight_of_the_network_is_infinite_or_nan
#include <ctnn/ctnn.hpp>
#include <ctnn/export/onnx.hpp>
#include <limits>

using namespace ctnn;
constexpr auto net = [] {
    network<float, input<1>, dense<1>> made{};
#ifdef CTNN_WRONG
    made.layer<0>().biases[0] = std::numeric_limits<float>::infinity();
#endif
    return made;
}();
constexpr auto& file = onnx::written<net>;
