// A recurrent policy balances a pole and sees only its angle. It learns from a teacher that also sees how fast the pole
// falls; the policy tells that from what it remembers. Without memory, the same layers never bring the pole to rest.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <ctnn/ctnn.hpp>

using namespace ctnn;

constexpr std::size_t steps = 40;
using model =
    network<float, input<steps, 1>, over_time<dense<16, relu>>, gru<16>, over_time<dense<1>>>;
using policy = stream_of<model>;

using without_memory = network<float, input<steps, 1>, over_time<dense<16, relu>>,
                               over_time<dense<16, ctnn::tanh>>, over_time<dense<1>>>;

// An inverted pendulum, near the top. Nothing damps it.
struct pole {
    float angle = 0, speed = 0;

    constexpr void move(float push) {
        speed += 0.05f * (4 * angle + push);
        angle += 0.05f * speed;
    }
};
constexpr float teacher(pole const& seen) {
    return -12 * seen.angle - 4 * seen.speed;
}

struct draws {
    random::mt19937 generator;

    constexpr float operator()(float most) {
        return most * (static_cast<float>(generator()) * 0x1p-31f - 1);
    }
};

// The teacher at work while something shakes the pole.
template <std::size_t Count>
std::array<sample<model::input_type, model::output_type>, Count> lessons(std::uint32_t seed) {
    std::array<sample<model::input_type, model::output_type>, Count> all{};
    draws draw{random::mt19937(seed)};
    for (auto& [input, target] : all) {
        pole now{draw(0.5f), draw(0.5f)};
        for (std::size_t t = 0; t < steps; ++t) {
            input[t] = now.angle;
            target[t] = teacher(now);
            now.move(target[t] + draw(2));
        }
    }
    return all;
}

// The largest distance from the top in the last 100 of 400 steps, over 20 starts.
template <class Act>
float largest_angle(Act const& act) {
    float largest = 0;
    draws draw{random::mt19937(99)};
    for (int n = 0; n < 20; ++n) {
        pole now{draw(0.4f), draw(0.4f)};
        typename Act::memory memory{};
        for (int t = 0; t < 400; ++t) {
            now.move(act(memory, now.angle));
            if (t >= 300)
                largest = math::abs(now.angle) > largest ? math::abs(now.angle) : largest;
        }
    }
    return largest;
}
template <class Live>
struct acting {
    using memory = typename Live::state;
    Live net;

    float operator()(memory& remembered, float angle) const {
        return net.step(remembered, {angle})[0];
    }
};

int main() {
    static auto const samples = lessons<100>(1);
    constexpr training_options options{.epochs = 30, .batch_size = 4, .shuffle = true};
    constexpr adam optimizer{.learning_rate = 0.005};
    auto const with = train(initialize<model>(glorot_uniform{}, 1), mean_squared_error{}, optimizer,
                            samples, options);
    auto const without = train(initialize<without_memory>(glorot_uniform{}, 1),
                               mean_squared_error{}, optimizer, samples, options);
    std::printf("loss: %.4f with memory, %.4f without\n", static_cast<double>(with.loss),
                static_cast<double>(without.loss));
    std::printf("largest angle after 300 steps: %.3f with memory, %.3f without\n",
                static_cast<double>(largest_angle(acting<policy>{streamed(with.network)})),
                static_cast<double>(
                    largest_angle(acting<stream_of<without_memory>>{streamed(without.network)})));
    std::printf("%zu bytes of parameters, %zu of state\n", sizeof(policy), sizeof(policy::state));
}
