// Your own optimizer, RMSprop: each step is divided by the root of a moving mean of the derivative's squares. It
// trains at compile time, at run time, in batches and step by step, with the same bits.

#include <array>
#include <cstdio>
#include <ctnn/ctnn.hpp>

namespace own {

struct rmsprop {
    double learning_rate = 0.01, decay = 0.9, epsilon = 1e-6;

    template <class T>
    struct memory {
        T square{}; // the moving mean
    };
    template <class T>
    struct constants {
        T rate, decay, rest, epsilon;
    };
    template <class T>
    constexpr constants<T> at() const {
        return {T(learning_rate), T(decay), T(1 - decay), T(epsilon)};
    }
    template <class V, class T>
    static constexpr void update(V& parameter, V const& derivative, memory<V>& past,
                                 constants<T> const& with) {
        past.square = with.decay * past.square + with.rest * derivative * derivative;
        parameter -= with.rate * derivative / (ctnn::kernel::sqrt(past.square) + with.epsilon);
    }
};

} // namespace own

namespace {

using namespace ctnn;

using model = network<float, input<2>, dense<4, ctnn::tanh>, dense<1, sigmoid>>;
using numbers = std::array<float, 2>;
using answer = std::array<float, 1>;
constexpr std::array truth{sample{numbers{0, 0}, answer{0}}, sample{numbers{0, 1}, answer{1}},
                           sample{numbers{1, 0}, answer{1}}, sample{numbers{1, 1}, answer{0}}};

struct recipe {
    static constexpr auto network = initialize<model>(glorot_uniform{}, 1);
    static constexpr auto loss = binary_cross_entropy{};
    static constexpr auto optimizer = own::rmsprop{.learning_rate = 0.02};
    static constexpr auto& samples = truth;
    static constexpr std::size_t epochs = 100;
};
constexpr auto& net = trained<recipe>.network;
static_assert(accuracy(net, truth) == 1);

} // namespace

int main() {
    auto const again =
        train(recipe::network, recipe::loss, recipe::optimizer, truth, {.epochs = recipe::epochs});
    auto learner = train(recipe::network, recipe::loss, recipe::optimizer, truth, {.epochs = 0});
    for (std::size_t epoch = 0; epoch < recipe::epochs; ++epoch)
        for (auto const& [x, target] : truth)
            train_step(learner, recipe::loss, recipe::optimizer, x, target);

    for (auto const& [x, target] : truth)
        std::printf("%.0f xor %.0f is %.3f\n", double(x[0]), double(x[1]), double(net(x)[0]));
    bool const same = again.network == net && learner.network == net;
    std::printf("%s\n", same ? "the same bits at run time, and step by step" : "other bits");
    return same ? 0 : 1;
}
