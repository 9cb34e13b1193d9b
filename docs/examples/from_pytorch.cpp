// A GRU trained by PyTorch (from_pytorch.py): its weights become a constant, which gives what PyTorch gives, and its
// stream predicts the next sample of a sine.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>

#include "data/sine_weights.hpp"

using namespace ctnn;

using model = network<float, input<8, 1>, gru<4>, last_step, dense<1>>;

namespace {

// [load]
// PyTorch has a row for each unit of each gate, in the order r, z, n. Here it has a column, in the order z, r, n.
template <std::size_t Units>
constexpr std::size_t row_of_column(std::size_t column) {
    return column < Units ? column + Units : column < 2 * Units ? column - Units : column;
}
template <std::size_t Inputs, std::size_t Columns>
constexpr void load(matrix<float, Inputs, Columns>& weights, float const* rows) {
    for (std::size_t i = 0; i < Inputs; ++i)
        for (std::size_t j = 0; j < Columns; ++j)
            weights[i][j] = rows[row_of_column<Columns / 3>(j) * Inputs + i];
}
template <std::size_t Columns>
constexpr void load(std::array<float, Columns>& biases, float const* rows) {
    for (std::size_t j = 0; j < Columns; ++j)
        biases[j] = rows[row_of_column<Columns / 3>(j)];
}

constexpr model net = [] {
    model loaded;
    auto& gates = loaded.layer<0>();
    load(gates.weights, sine::gru_weight_ih_l0);
    load(gates.recurrent_weights, sine::gru_weight_hh_l0);
    load(gates.biases, sine::gru_bias_ih_l0);
    load(gates.recurrent_biases, sine::gru_bias_hh_l0);
    auto& last = loaded.layer<2>();
    for (std::size_t i = 0; i < 4; ++i)
        last.weights[i][0] = sine::dense_weight[i];
    last.biases[0] = sine::dense_bias[0];
    return loaded;
}();
// [load]

// What PyTorch gives, except for the order in which it adds.
constexpr float largest_difference() {
    float largest = 0;
    for (std::size_t n = 0; n < 3; ++n) {
        model::input_type x{};
        for (std::size_t t = 0; t < 8; ++t)
            x[t] = sine::inputs[8 * n + t];
        largest = std::max(largest, math::abs(net(x)[0] - sine::predictions[n]));
    }
    return largest;
}
static_assert(largest_difference() < 1e-6F);

} // namespace

int main() {
    // The stream runs for longer than the sequences that it has learnt from.
    using live = stream_of<model>;
    live const stream = streamed(net);
    live::state state;
    double sum = 0;
    float predicted = 0;
    for (int t = 0; t < 200; ++t) {
        float const sample = std::sin(0.5F * static_cast<float>(t));
        if (t >= 8)
            sum += std::pow(static_cast<double>(predicted - sample), 2);
        predicted = stream.step(state, {sample})[0];
    }
    double const error = std::sqrt(sum / 192);
    std::printf("within %.1e of PyTorch; the stream is off by %.3f on average\n",
                static_cast<double>(largest_difference()), error);
    return error < 0.2 ? 0 : 1;
}
