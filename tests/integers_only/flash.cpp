// A program that runs a network in integers of 8 bits, or does nothing in its place: flash.cmake.

#include <array>
#include <cstdint>
#include <ctnn/ctnn.hpp>

namespace {

using model = ctnn::network<float, ctnn::input<4>, ctnn::dense<16, ctnn::relu>,
                            ctnn::dense<16, ctnn::relu>, ctnn::dense<3, ctnn::softmax>>;
constexpr ctnn::sample<model::input_type, model::output_type> samples[]{
    {{1, 2, -1, 0}, {}}, {{-1, 0.5F, 1, 2}, {}}, {{0, 1, -2, 1}, {}}, {{2, -2, 1, -1}, {}}};
constexpr auto small =
    ctnn::quantize(ctnn::initialize<model>(ctnn::glorot_uniform{}, 3), samples).network;

[[gnu::noinline]] std::array<std::int8_t, 3> infer(std::array<std::int8_t, 4> const& x) {
#if NETWORK
    return small.run(x);
#else
    return {x[0], x[1], x[2]};
#endif
}

} // namespace

int main() {
    std::array<std::int8_t, 4> x{};
    asm volatile("" ::"r"(x.data()) : "memory"); // somebody may have written to it
    return infer(x)[0];
}
