// A policy trained by PyTorch (from_onnx.py) balances a pole on a cart. The compiler reads its ONNX file, compares it with
// PyTorch's own output, and proves where it pushes.

#include <cmath>
#include <cstdio>
#include <ctnn/ctnn.hpp>

#include "policy.hpp" // made by ctnn_model from data/cart_pole.onnx

using state = policy::model::input_type;

namespace {

// A pole that leans and falls to the right is pushed to the right, wherever the cart is in the middle of its track.
constexpr auto falling = ctnn::verify::class_is(
    policy::net, ctnn::box<float, 4>{{-0.2f, -0.2f, 0.1f, 0.5f}, {0.2f, 0.2f, 0.2f, 1}}, 1, 1000);
static_assert(ctnn::verify::require<falling>());

// Sensors may be off by 0.01: here that never changes the action.
constexpr auto steady = ctnn::verify::robust(policy::net, state{0.5f, -0.25f, 0.1f, 0.5f}, 0.01f);
static_assert(ctnn::verify::require<steady>());

// A fiftieth of a second of a cart of 1 kg with a pole of 1 m and 0.1 kg, pushed with 10 N.
void push(state& x, bool to_the_right) {
    float const sine = std::sin(x[2]), cosine = std::cos(x[2]);
    float const sum = ((to_the_right ? 10.f : -10.f) + 0.05f * x[3] * x[3] * sine) / 1.1f;
    float const fall =
        (9.8f * sine - cosine * sum) / (0.5f * (4 / 3.f - 0.1f * cosine * cosine / 1.1f));
    float const speed = sum - 0.05f * fall * cosine / 1.1f;
    x = {x[0] + 0.02f * x[1], x[1] + 0.02f * speed, x[2] + 0.02f * x[3], x[3] + 0.02f * fall};
}

bool chooses_right(policy::model::output_type const& actions) {
    return actions[1] > actions[0];
}

} // namespace

int main() {
    int balanced = 0;
    for (int start = 0; start < 21; ++start) {
        float const lean = 0.01f * static_cast<float>(start - 10);
        state x{0, 0, lean, 0};
        int steps = 0;
        for (; steps < 500 && std::abs(x[0]) < 2.4f && std::abs(x[2]) < 0.21f; ++steps)
            push(x, chooses_right(policy::net(x)));
        balanced += steps == 500;
    }
    std::printf("%zu parameters, %d of 21 poles balanced\n", policy::model::parameter_count,
                balanced);
}
