// A network heats a room, and the room never leaves 18.5 to 21.5 degrees, whatever the weather: the
// compiler trains the network and proves that. The loop's box of states is an invariant: from no
// state in it, of all the numbers there are, does a step lead out of it, roundings included.

#include <array>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>

namespace {

// The state: the room's temperature, 20 + 1.5 x[0] degrees; that of its walls, 16 + 4 x[1]; outside,
// 10 x[2]. All of them are from -1 to 1.
using model =
    ctnn::network<float, ctnn::input<3>, ctnn::dense<8, ctnn::relu>, ctnn::dense<1, ctnn::sigmoid>>;
constexpr ctnn::box<float, 3> states{{-1, -1, -1}, {1, 1, 1}};

// Ten minutes: the room gives a quarter of what it is warmer to its walls and a twentieth outside, and
// gets up to four degrees of heating; the walls get a tenth from the room and give a fiftieth outside.
// The weather stays: what is proven for each of its values is proven for a change from day to day. Each
// number occurs once in a line, so that intervals do not forget that it is the same.
struct house {
    template <class T>
    constexpr std::array<T, 3> operator()(std::array<T, 3> const& x,
                                          std::array<T, 1> const& heating) const {
        T const room =
            T(1.05f) * x[0] + T(1.0f) * x[1] + T(0.5f) * x[2] + T(4.0f) * heating[0] - T(2.0f);
        T const walls = T(0.15f) * x[0] + T(3.52f) * x[1] + T(0.2f) * x[2] + T(0.08f);
        return {room / T(1.5f), walls / T(4.0f), x[2]};
    }
};

// It learns from what would bring the room to 20 degrees in one step, as far as the heating can.
constexpr auto lessons = [] {
    std::array<ctnn::sample<std::array<float, 3>, std::array<float, 1>>, 125> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::array<float, 3> const x{static_cast<float>(i % 5) / 2 - 1,
                                     static_cast<float>(i / 5 % 5) / 2 - 1,
                                     static_cast<float>(i / 25) / 2 - 1};
        float const wanted = (2 - 1.05f * x[0] - x[1] - 0.5f * x[2]) / 4;
        all[i] = {x, {wanted < 0 ? 0 : wanted > 1 ? 1 : wanted}};
    }
    return all;
}();

struct recipe {
    static constexpr auto network = ctnn::initialize<model>(ctnn::he_uniform{}, 5);
    static constexpr auto loss = ctnn::binary_cross_entropy{};
    static constexpr auto optimizer = ctnn::sgd{.learning_rate = 0.1};
    static constexpr auto& samples = lessons;
    static constexpr std::size_t epochs = 20;
    static constexpr bool shuffle = true;
    static constexpr unsigned seed = 5;
};

struct loop {
    static constexpr auto& network = ctnn::trained<recipe>.network;
    static constexpr house plant{};
    static constexpr auto& inputs = states;
    static constexpr std::size_t boxes = 1000;
};
constexpr auto& found = ctnn::verify::proof<loop>;
static_assert(ctnn::verify::require<found>());

} // namespace

int main() {
    auto const& net = loop::network;
    std::printf("proven, in %zu boxes: the room stays from 18.5 to 21.5 degrees\n\n", found.boxes);

    // Two days of frost after two mild ones, and what was proven, once more, by trying.
    std::array<float, 3> x{0, 0, 1};
    bool stays = true;
    for (int step = 0; step < 4 * 144; ++step) {
        x[2] = step < 2 * 144 ? 1.0f : -1.0f;
        auto const heating = net(x);
        if (step % 48 == 0)
            std::printf("hour %2d  outside %4.0f  room %5.2f  heating %3.0f %%\n", step / 6,
                        static_cast<double>(10 * x[2]), static_cast<double>(20 + 1.5f * x[0]),
                        static_cast<double>(100 * heating[0]));
        x = house{}(x, heating);
        stays = stays && states.contains(x);
    }

    // Without heating there is no such box, and a state that shows it.
    auto const off = ctnn::verify::controller_invariant(model{}, house{}, states, 100);
    std::printf("\na network that has learnt nothing leaves it from room %.2f, walls %.2f, "
                "outside %.0f\n",
                static_cast<double>(20 + 1.5f * off.counterexample[0]),
                static_cast<double>(16 + 4 * off.counterexample[1]),
                static_cast<double>(10 * off.counterexample[2]));

    // The machine proves the same.
    auto const again = ctnn::verify::controller_invariant(net, house{}, states, loop::boxes);
    bool const same = again.proven() && again.boxes == found.boxes && again.margin == found.margin;
    return stays && off.violated() && same ? 0 : 1;
}
