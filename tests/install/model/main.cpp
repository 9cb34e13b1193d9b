#include "policy.hpp" // made by ctnn_model

static_assert(policy::model::input_size == 10 && policy::model::output_size == 3);
constexpr float sum = [] {
    auto const y = policy::net(policy::model::input_type{});
    return y[0] + y[1] + y[2];
}();
static_assert(sum > 0.999f && sum < 1.001f);

int main() {
    return policy::net.output_size == 3 ? 0 : 1;
}
