// A network that learns on the board: two inputs and a switch that shows it what is wanted.

#include <Arduino.h>

#include <array>
#include <ctnn/ctnn.hpp>

namespace {

using model =
    ctnn::network<float, ctnn::input<2>, ctnn::dense<4, ctnn::relu>, ctnn::dense<1, ctnn::sigmoid>>;

// All that changes; it begins with small random weights.
constinit ctnn::training_result<model> learner{ctnn::initialize<model>(ctnn::he_uniform{}, 3)};
static_assert(ctnn::within_budget<model, ctnn::budget{.training_ram = 512}>);

float volts(int pin) {
    return static_cast<float>(analogRead(pin)) / 1023;
}

} // namespace

void setup() {
    pinMode(2, INPUT);
    pinMode(3, INPUT);
    pinMode(LED_BUILTIN, OUTPUT);
}

void loop() {
    std::array<float, 2> const x{volts(A0), volts(A1)};
    if (digitalRead(2) == HIGH) { // somebody teaches
        std::array<float, 1> const wanted{digitalRead(3) == HIGH ? 1.0F : 0.0F};
        ctnn::train_step(learner, ctnn::binary_cross_entropy{}, ctnn::sgd{.learning_rate = 0.1}, x,
                         wanted);
    }
    digitalWrite(LED_BUILTIN, learner.network(x)[0] > 0.5F ? HIGH : LOW);
    delay(100);
}
