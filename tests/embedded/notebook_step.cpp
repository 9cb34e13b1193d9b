// One step of backpropagation, in float and in double: on the host and on the board, in the
// compiler and at run time. The board must print what the host prints, to the last bit.

#include "console.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>

namespace {

template <class Scalar>
using model = ctnn::network<Scalar, ctnn::input<2>, ctnn::dense<3, ctnn::relu>,
                            ctnn::dense<2, ctnn::softmax>>;

template <class Scalar>
constexpr model<Scalar> initial{
    {{{Scalar(0.1), Scalar(0.2), Scalar(0.3)}, {Scalar(0.3), Scalar(0.2), Scalar(0.7)}},
     {Scalar(1), Scalar(1), Scalar(1)}},
    {{{Scalar(0.2), Scalar(0.3)}, {Scalar(0.3), Scalar(0.5)}, {Scalar(0.6), Scalar(0.4)}},
     {Scalar(1), Scalar(1)}}};

template <class Scalar>
struct step {
    ctnn::backpropagation<model<Scalar>> back;
    model<Scalar> next;
};

template <class Scalar>
constexpr step<Scalar> make_step(Scalar first_input) {
    std::array<Scalar, 2> const x{first_input, Scalar(0.7)};
    std::array<Scalar, 2> const target{Scalar(1), Scalar(0)};
    auto const back = ctnn::backpropagate(initial<Scalar>, ctnn::cross_entropy{}, x, target);
    return {back, ctnn::sgd{.learning_rate = 0.01}.update(initial<Scalar>, back.gradient)};
}

template <class Unsigned>
void print_bits(Unsigned bits) {
    constexpr std::size_t digits = 2 * sizeof(Unsigned);
    char text[digits + 2]{};
    for (std::size_t i = digits; i-- > 0; bits = static_cast<Unsigned>(bits >> 4))
        text[i] = "0123456789abcdef"[bits & 15];
    text[digits] = ' ';
    print(text);
}

void print_value(float value) {
    print_bits(std::bit_cast<std::uint32_t>(value));
}
void print_value(double value) {
    print_bits(std::bit_cast<std::uint64_t>(value));
}

template <class Values>
void print_values(char const* name, Values const& values) {
    print(name);
    print(" ");
    for (auto const value : values)
        print_value(value);
    print("\n");
}

template <class Scalar>
void print_network(char const* name, model<Scalar> const& net) {
    print_values(name, net.template layer<0>().weights.values);
    print_values(name, net.template layer<0>().biases);
    print_values(name, net.template layer<1>().weights.values);
    print_values(name, net.template layer<1>().biases);
}

template <class Scalar>
bool run(char const* scalar_name) {
    constexpr step<Scalar> compiled = make_step(Scalar(0.1));
    Scalar const volatile first_input = Scalar(0.1);
    step<Scalar> const computed = make_step<Scalar>(first_input);

    print(scalar_name);
    print("\n");
    print_values("output", computed.back.output);
    print_values("loss", std::array{computed.back.loss});
    print_network("gradient", computed.back.gradient);
    print_network("next", computed.next);
    return computed.back.output == compiled.back.output &&
           computed.back.loss == compiled.back.loss &&
           computed.back.gradient == compiled.back.gradient && computed.next == compiled.next;
}

} // namespace

int main() {
    bool const floats_agree = run<float>("float");
    bool const doubles_agree = run<double>("double");
    bool const agree = floats_agree && doubles_agree;
    print(agree ? "the compiler agrees\n" : "THE COMPILER HAS OTHER BITS\n");
    return agree ? 0 : 1;
}
