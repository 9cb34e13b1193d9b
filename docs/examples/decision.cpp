// A network that decides how a program is built. It learns to heat a room while this file is
// compiled; then it is an argument of templates, which try it in a simulated room: how long the
// heating takes is the size of an array, and whether it can be left alone decides what is compiled.

#include <array>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>

namespace {

// How cold it is in the room and outside, in tens of degrees below 20 degrees; how much to heat.
using model =
    ctnn::network<float, ctnn::input<2>, ctnn::dense<4, ctnn::tanh>, ctnn::dense<1, ctnn::sigmoid>>;

constexpr std::array<ctnn::sample<std::array<float, 2>, std::array<float, 1>>, 8> lessons{{
    {{1.0F, 0.0F}, {1.0F}}, // cold inside, mild outside: heat
    {{1.0F, 2.0F}, {1.0F}},
    {{0.4F, 0.0F}, {1.0F}},
    {{0.4F, 2.0F}, {1.0F}},
    {{0.0F, 0.0F}, {0.0F}}, // as warm as it should be, and mild outside: do not
    {{0.0F, 2.0F}, {0.5F}}, // the same, but cold outside: a little
    {{-0.4F, 0.0F}, {0.0F}},
    {{-0.4F, 2.0F}, {0.0F}},
}};

struct recipe {
    static constexpr auto network = ctnn::initialize<model>(ctnn::glorot_uniform{}, 1);
    static constexpr auto loss = ctnn::binary_cross_entropy{};
    static constexpr auto optimizer = ctnn::sgd{.learning_rate = 0.5};
    static constexpr auto& samples = lessons;
    static constexpr std::size_t epochs = 200;
};

// A minute in a room: up to 1.2 degrees of heating, and a fiftieth of the difference is lost.
template <auto Net>
constexpr float after_a_minute(float room, float outside) {
    float const heating = Net({(20 - room) / 10, (20 - outside) / 10})[0];
    return room + 1.2F * heating - (room - outside) / 50;
}

template <auto Net>
constexpr std::size_t minutes_to_heat(float room, float outside) {
    std::size_t minutes = 0;
    for (; room < 19 && minutes < 120; ++minutes)
        room = after_a_minute<Net>(room, outside);
    return minutes;
}

template <auto Net>
constexpr float hottest_in_two_hours(float room, float outside) {
    float hottest = room;
    for (int minute = 0; minute < 120; ++minute) {
        room = after_a_minute<Net>(room, outside);
        hottest = room > hottest ? room : hottest;
    }
    return hottest;
}

template <auto Net>
struct heating {
    // A record of the way from 5 degrees to 19 when it freezes outside, with room for just that.
    static constexpr std::size_t minutes = minutes_to_heat<Net>(5, 0);
    using record = std::array<float, minutes>;

    static constexpr bool needs_a_limit = hottest_in_two_hours<Net>(5, 15) > 23;

    static record run() {
        record temperatures{};
        float room = 5;
        for (float& temperature : temperatures) {
            room = after_a_minute<Net>(room, 0);
            if constexpr (needs_a_limit)
                room = room > 23 ? 23 : room;
            temperature = room;
        }
        return temperatures;
    }
};

using untaught = heating<recipe::network>;
using taught = heating<ctnn::trained<recipe>.network>;

// What was learnt is in the types.
static_assert(taught::minutes < 30 && taught::minutes < untaught::minutes);
static_assert(sizeof(taught::record) == taught::minutes * sizeof(float));
static_assert(untaught::needs_a_limit && !taught::needs_a_limit);

template <class Heating>
void print(char const* name) {
    auto const temperatures = Heating::run();
    std::printf("%s network: %zu minutes, %s\n", name, Heating::minutes,
                Heating::needs_a_limit ? "and a limit is compiled in" : "no limit is needed");
    for (std::size_t i = 0; i < temperatures.size(); i += 4)
        std::printf("%5zu min %6.2f degrees\n", i + 1, static_cast<double>(temperatures[i]));
}

} // namespace

int main() {
    print<untaught>("untaught");
    print<taught>("trained");
    return taught::run().back() >= 19 ? 0 : 1;
}
