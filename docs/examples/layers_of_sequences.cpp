// The layers of docs/layers_of_sequences.md, each in a network that a reader can check by hand.

#include <array>
#include <cstdio>
#include <ctnn/ctnn.hpp>

using namespace ctnn;

namespace {

namespace of_simple_rnn {
// [simple_rnn]
// One unit that adds up what it gets: h = x + h
constexpr network<float, input<4, 1>, simple_rnn<1, identity>> sum{{{{1}}, {{1}}, {0}}};
static_assert(sum({1, 2, 0, -1}) == std::array{1.0f, 3.0f, 3.0f, 2.0f});
// [simple_rnn]
} // namespace of_simple_rnn

namespace of_gru {
// [gru]
// One unit that takes a 1 and keeps it: z = sigmoid(100 - 200 x), n = tanh(100 x)
constexpr network<float, input<5, 1>, gru<1>> latch{
    {{{-200, 0, 100}}, {{0, 0, 0}}, {100, 0, 0}, {0, 0, 0}}};
static_assert(latch({0, 1, 0, 0, 0}) == std::array{0.0f, 1.0f, 1.0f, 1.0f, 1.0f});
// [gru]
} // namespace of_gru

namespace of_lstm {
// [lstm]
// One unit that counts ones: its cell adds tanh(100 x), its output is tanh of that
constexpr network<float, input<4, 1>, lstm<1>> counter{
    {{{0, 0, 100, 0}}, {{0, 0, 0, 0}}, {100, 100, 0, 100}}};
static_assert(counter({1, 0, 1, 0}) == std::array{0.7615942f, 0.7615942f, 0.9640276f, 0.9640276f});
// [lstm]
} // namespace of_lstm

namespace of_conv1d {
// [conv1d]
// How much a number exceeds the one two steps before it
using rises = network<float, input<5, 1>, conv1d<1, kernel_size<2>, dilation<2>, padding_causal>>;
constexpr rises net{{{{-1}, {1}}, {0}}};
static_assert(net({1, 2, 4, 8, 16}) == std::array{1.0f, 2.0f, 3.0f, 6.0f, 12.0f});
// [conv1d]
} // namespace of_conv1d

namespace of_bidirectional {
// [bidirectional]
using model = network<float, input<3, 1>, bidirectional<simple_rnn<1, identity>>>;
constexpr model net{{{{{{1}}, {{1}}, {0}}}, {{{{1}}, {{1}}, {0}}}}}; // sums, in both directions
static_assert(net({1, 2, 4}) == std::array{1.0f, 7.0f, 3.0f, 6.0f, 7.0f, 4.0f});
// [bidirectional]
} // namespace of_bidirectional

namespace of_over_time {
// [over_time]
constexpr network<float, input<2, 3>, over_time<dense<1>>> net{{{{1}, {10}, {100}}, {5}}};
static_assert(net({1, 2, 3, //
                   4, 5, 6}) == std::array{326.0f, 659.0f});
// [over_time]
} // namespace of_over_time

namespace of_last_step {
// [last_step]
constexpr network<float, input<2, 3>, last_step> net;
static_assert(net({1, 2, 3, //
                   4, 5, 6}) == std::array{4.0f, 5.0f, 6.0f});
// [last_step]
} // namespace of_last_step

} // namespace

int main() {
    std::printf("%s", summary<of_bidirectional::model>().c_str());
    bool const is_same =
        of_gru::latch({0, 1, 0, 0, 0})[4] == 1 && of_bidirectional::net({1, 2, 4})[1] == 7;
    return is_same ? 0 : 1;
}
