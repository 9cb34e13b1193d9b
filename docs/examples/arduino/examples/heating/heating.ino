// A network that switches a heater by the temperature and by how it changed. The compiler trained it: its
// parameters are in flash.

#include <ctnn.h>

using model =
    ctnn::network<float, ctnn::input<2>, ctnn::dense<4, ctnn::relu>, ctnn::dense<1, ctnn::sigmoid>>;
using sample = ctnn::sample<model::input_type, model::output_type>;

// Degrees away from what is wanted, over ten; change in the last minute. On where it is cold, or falls.
constexpr std::array<sample, 6> wishes{{
    {{-0.5F, 0.0F}, {1}},
    {{-0.1F, -0.2F}, {1}},
    {{0.0F, -0.3F}, {1}},
    {{0.0F, 0.2F}, {0}},
    {{0.1F, 0.0F}, {0}},
    {{0.5F, 0.1F}, {0}},
}};

struct recipe {
    static constexpr auto network = ctnn::initialize<model>(ctnn::he_uniform{}, 3);
    static constexpr auto loss = ctnn::binary_cross_entropy{};
    static constexpr auto optimizer = ctnn::sgd{.learning_rate = 0.5};
    static constexpr auto& samples = wishes;
    static constexpr std::size_t epochs = 200;
};

constexpr model net = ctnn::trained<recipe>.network;
static_assert(net({-0.3F, -0.1F})[0] > 0.5F && net({0.3F, 0.1F})[0] < 0.5F);

constexpr int sensor = A0;
constexpr int heater = LED_BUILTIN;
float before = 0;

void setup() {
    pinMode(heater, OUTPUT);
}

void loop() {
    float const away = static_cast<float>(analogRead(sensor) - 512) / 512;
    digitalWrite(heater, net({away, away - before})[0] > 0.5F ? HIGH : LOW);
    before = away;
    delay(60000);
}
