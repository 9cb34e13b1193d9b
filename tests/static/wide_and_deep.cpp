// Networks wider, and deeper, than the 256 operands that clang takes in one fold, with default options.

#include <ctnn/ctnn.hpp>

#define FOUR(...) __VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__
#define SEVEN(...) FOUR(__VA_ARGS__), __VA_ARGS__, __VA_ARGS__, __VA_ARGS__
#define TEN(...) FOUR(__VA_ARGS__), FOUR(__VA_ARGS__), __VA_ARGS__, __VA_ARGS__
#define PIXELS(...) SEVEN(SEVEN(FOUR(FOUR(__VA_ARGS__))))
#define THOUSAND(...) TEN(TEN(TEN(__VA_ARGS__)))

namespace {

using namespace ctnn;

constexpr matrix<float, 784, 2> pixels{PIXELS({1, 2})};
static_assert(pixels[0][0] == 1 && pixels[783][1] == 2);
constexpr matrix<float, 1000, 1> column{THOUSAND({3})};
static_assert(column[999][0] == 3);

// Inputs, neurons and outputs, in braces wherever braces are taken.
using wide = network<float, input<784>, dense<1, relu>, dense<1000>>;
constexpr wide net{{{PIXELS({1})}, {1}}, {{{THOUSAND(1)}}, {THOUSAND(2)}}};
static_assert(net({PIXELS(1)}) == wide::output_type{THOUSAND(787)});
static_assert(loss(net, mean_squared_error{}, {PIXELS(1)}, {THOUSAND(787)}) == 0);
static_assert(backpropagate(net, mean_squared_error{}, {PIXELS(0)}, {THOUSAND(3)}).loss == 0);
static_assert(footprint<wide>.multiply_adds == 784 + 1000);

// What would be slow in a constant need only compile.
using seen = network<float, input<784>, dense<2, relu>, dense<2>>;
bool is_proven(seen const& of, verify::box<float, 784> const& inputs) {
    return verify::prove(of, inputs, verify::classes::is<2>(0), 8).proven() &&
           verify::robust(of, seen::input_type{PIXELS(0.5f)}, 0.1f).proven();
}
using samples = std::array<sample<seen::input_type, seen::output_type>, 2>;
auto quantized_from(seen const& of, samples const& some) {
    return quantize(of, some);
}
auto trained_on(seen const& of, samples const& some) {
    return train(of, mean_squared_error{}, sgd{}, standardization(some)(some), {.epochs = 1});
}

// Layers.
#define LAYERS TEN(TEN(relu, relu, relu))
using deep = network<float, input<1>, dense<1>, LAYERS>;
constexpr deep chain{{{{2}}, {1}}};
static_assert(deep::depth == 301 && chain({3}) == std::array{7.0f});
static_assert(footprint<deep>.multiply_adds == 1);
static_assert(initialize<deep>(zeros{}, 1) == deep{});

} // namespace

int main() {
    static_cast<void>(is_proven);
    static_cast<void>(quantized_from);
    static_cast<void>(trained_on);
}
