// A network that hears two knocks: the compiler trains it on short recordings, and a device runs it on one sample at a
// time, for as long as it is on.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <ctnn/ctnn.hpp>

using namespace ctnn;

// [model]
using model = network<float, input<8, 1>, // 8 steps of one number
                      gru<3>,             // 8 x 3: its output at each step
                      last_step,          // 3
                      dense<1, sigmoid>>; // 1
// [model]

// Recordings of how hard something is hit: once, or twice.
using recording = sample<model::input_type, model::output_type>;
constexpr auto recordings = [] {
    std::array<recording, 24> all{};
    random::mt19937 generator(1);
    for (std::size_t n = 0; n < all.size(); ++n) {
        auto const draw = [&generator](std::uint32_t below) { return generator() % below; };
        for (float& loudness : all[n].input)
            loudness = 0.01f * static_cast<float>(draw(20));
        bool const is_double = n % 2 == 0;
        std::size_t const first = 1 + draw(4), second = first + 1 + draw(3);
        all[n].input[first] += 1;
        if (is_double)
            all[n].input[second] += 1;
        all[n].target = {is_double ? 1.0f : 0.0f};
    }
    return all;
}();

struct recipe {
    static constexpr auto network = initialize<model>(glorot_uniform{}, 3);
    static constexpr auto loss = binary_cross_entropy{};
    static constexpr auto optimizer = sgd{.learning_rate = 2};
    static constexpr auto& samples = recordings;
    static constexpr std::size_t epochs = 20;
};

// [stream]
using live = stream_of<model>; // network<float, input<1>, gru<3>, dense<1, sigmoid>>
constexpr live detector = streamed(trained<recipe>.network); // the same parameters, in flash
live::state state; // what the layers remember: 12 bytes of RAM, zero at first

// The sensor's interrupt calls this: how sure is the network that it has just heard two knocks?
float on_sample(float loudness) {
    return detector.step(state, {loudness})[0]; // takes one step and changes the state
}
// [stream]
static_assert(sizeof(state) == 12 && footprint<live>.state_bytes == 12);

// [rest]
constexpr auto rest = settled(detector, {0.1f}, 300); // 300 samples of ordinary noise
static_assert(rest.change < 1e-6f);                   // the last one hardly moved the output
live::state from_rest = rest.state;
// [rest]
static_assert([] {
    auto some = rest.state;
    return math::abs(detector.step(some, {0.1f})[0] - rest.output[0]) < 1e-6f;
}());

// After all steps of a recording, the stream gives the same bits as the network does for the whole recording.
constexpr auto last_of_stream = [](model::input_type const& x) {
    live::state from_zero;
    live::output_type y{};
    for (float const loudness : x)
        y = detector.step(from_zero, {loudness});
    return y;
};
static_assert(last_of_stream(recordings[0].input) == trained<recipe>.network(recordings[0].input));

int main() {
    // Knocks at 10 and 30, which are too far apart, at 33, at 50, and at 56.
    bool was_heard = false;
    for (int t = 0; t < 80; ++t) {
        bool const is_knock = t == 10 || t == 30 || t == 33 || t == 50 || t == 56;
        bool const is_heard = on_sample(is_knock ? 1.0f : 0.05f) > 0.9f;
        if (is_heard && !was_heard)
            std::printf("two knocks at sample %d\n", t);
        was_heard = is_heard;
    }
    std::printf("parameters: %zu bytes, state: %zu bytes\n", sizeof detector, sizeof state);
}
