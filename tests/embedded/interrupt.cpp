// Inference while an interrupted program trains: the system timer's handler asks a constant network, the
// main loop trains another one of the same type. Neither may notice the other.

#include "console.hpp"

#include "../../benchmarks/embedded/nets/a.hpp"

#include <cstdint>
#include <ctnn/ctnn.hpp>

namespace {

using network = nets::a::network;
constexpr auto x = nets::input<network>(3);
constexpr auto expected = nets::a::initial(x);

std::uint32_t volatile interrupts = 0;
std::uint32_t volatile wrong = 0;

constinit ctnn::training_result<network> learner{nets::a::initial};

void learn(std::uint32_t step) {
    ctnn::train_step(learner, nets::a::loss, nets::optimizer, nets::input<network>(step),
                     nets::target<network>(step));
}

void set_timer(std::uint32_t control) {
    auto* const timer = reinterpret_cast<std::uint32_t volatile*>(0xE000E010);
    timer[1] = 999999;
    timer[2] = 0;
    timer[0] = control;
}

} // namespace

extern "C" void system_tick() {
    interrupts = interrupts + 1;
    wrong = wrong + (nets::a::initial(x) != expected);
}

int main() {
    set_timer(7); // processor's clock, with an interrupt, on
    std::uint32_t steps = 0;
    while (interrupts < 20)
        learn(steps++);
    set_timer(0);
    network const interrupted = learner.network;

    learner.network = nets::a::initial;
    for (std::uint32_t step = 0; step < steps; ++step)
        learn(step);
    bool const good = wrong == 0 && interrupts == 20 && steps > 5 && learner.ok() &&
                      interrupted == learner.network && interrupted != nets::a::initial;
    print(good ? "neither noticed the other\n" : "THEY DISTURB EACH OTHER\n");
    return good ? 0 : 1;
}
