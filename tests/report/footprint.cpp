#include <ctnn/report/footprint.hpp>

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>

#include "../catch.hpp"

namespace {

using namespace ctnn;

// 4-16-16-3: (4 + 1) 16 + (16 + 1) 16 + (16 + 1) 3 = 403 parameters.
using a = network<float, input<4>, dense<16, relu>, dense<16, relu>, dense<3, softmax>>;
constexpr auto of_a = footprint<a>;
static_assert(of_a.parameter_bytes == 4 * 403 && of_a.gradient_bytes == 4 * 403);
static_assert(of_a.flash == 4 * 403);
static_assert(of_a.multiply_adds == 4 * 16 + 16 * 16 + 16 * 3);
static_assert(of_a.step_multiply_adds == 2 * 4 * 16 + 3 * (16 * 16 + 16 * 3));
// Layers 0 and 2 share a place of 16 numbers, layer 1 has one; the result has 3.
static_assert(of_a.inference_activation_bytes == 4 * (16 + 16));
static_assert(of_a.ram == 4 * (16 + 16 + 3) && of_a.inference_stack_bytes == of_a.ram);
// Before and after each activation; on the way back the result's derivative and two for each joint.
static_assert(of_a.training_activation_bytes == 4 * 2 * (16 + 16 + 3));
static_assert(of_a.step_stack_bytes == 4 * (2 * (16 + 16 + 3) + 3 + 2 * (16 + 16)));
static_assert(of_a.training_ram == of_a.parameter_bytes + of_a.step_stack_bytes);

// The widest layers of even and odd index, in double.
using b = network<double, input<2>, dense<5>, dense<9>, dense<7>, dense<4>>;
static_assert(footprint<b>.inference_activation_bytes == 8 * (7 + 9));
static_assert(footprint<b>.ram == 8 * (7 + 9 + 4));

// A layer without parameters multiplies nothing; what an activation that is not elementwise reads is
// copied where it is not the last, and what a layer without forward_into returns is copied as well.
using c = network<float, input<3>, dense<6, softmax>, relu, dense<2>>;
static_assert(footprint<c>.multiply_adds == 3 * 6 + 6 * 2);
static_assert(footprint<c>.ram == 4 * (6 + 6 + 2 + 6));
static_assert(footprint<c>.parameter_bytes == 4 * (3 * 6 + 6 + 6 * 2 + 2));

using softmax_inside = network<float, input<3>, dense<6, softmax>, dense<2>>;
static_assert(footprint<softmax_inside>.ram == 4 * (6 + 2 + 2 + 6));

// Nothing to learn, in numbers of one byte, as large as an empty object.
using of_bytes = network<fixed_point<3, 4>, input<5>, relu>;
static_assert(footprint<of_bytes>.multiply_adds == 0 && footprint<of_bytes>.ram == 5 + 5 + 5 + 5);

// One of a user's that says nothing of what it costs.
struct scale {
    template <concepts::scalar Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;
        struct parameters {
            values factors{};
            friend constexpr bool operator==(parameters const&, parameters const&) = default;
        };
        static constexpr values forward(parameters const& p, values const& x) {
            return multiplied(p.factors, x);
        }
        static constexpr values backward(parameters const& p, values const&, values const& dv) {
            return multiplied(p.factors, dv);
        }
        static constexpr void accumulate_gradient(parameters const&, values const& x,
                                                  values const& dv, parameters& gradient) {
            auto const d = multiplied(x, dv);
            for (std::size_t i = 0; i < Inputs; ++i)
                gradient.factors[i] += d[i];
        }
        static constexpr values multiplied(values const& left, values const& right) {
            values product{};
            for (std::size_t i = 0; i < Inputs; ++i)
                product[i] = left[i] * right[i];
            return product;
        }
    };
};
static_assert(footprint<network<float, input<7>, scale>>.multiply_adds == 7);
static_assert(footprint<network<float, input<7>, scale>>.step_multiply_adds == 2 * 7);
static_assert(footprint<network<float, input<7>, scale>>.ram == 4 * (7 + 7 + 7 + 7));

// A layer that remembers has a step's numbers on the stack, its state, its row and its output. While it learns from a
// sequence, the sum over the steps, too.
using of_one_step = network<float, input<3>, gru<8>>;
using of_steps = network<float, input<5, 3>, gru<8>>;
static_assert(footprint<of_one_step>.inference_stack_bytes ==
              4 * (2 * 8 + 8 + 8) + 4 * (7 * 8 + 8 + 3 + 8));
static_assert(footprint<of_steps>.step_stack_bytes ==
              footprint<of_steps>.training_activation_bytes + 4 * 5 * 8 + 4 * (7 * 8 + 8 + 3 + 8) +
                  2 * sizeof(of_steps));

// In integers of 8 bits: weights of 3 (4 + 16 + 16) inputs, for 35 neurons a bias and a multiplier, for 3 layers a
// shift and a zero, and two scales; activations of 16 bits, outputs of 8.
using small = quantized<a>;
static_assert(footprint<small>.parameter_bytes ==
              4 * 16 + 16 * 16 + 16 * 3 + 8 * 35 + 8 * 3 + 2 * sizeof(int8_scale<float>));
static_assert(footprint<small>.flash == sizeof(small) &&
              footprint<small const>.flash == sizeof(small));
static_assert(footprint<small>.multiply_adds == footprint<a>.multiply_adds);
static_assert(footprint<small>.inference_activation_bytes == 2 * (4 + 16 + 16));
static_assert(footprint<small>.ram == 2 * (4 + 16 + 16) + 3);
// Rows of a multiple of four; an activation as a layer is a table.
using with_table = quantized<network<float, input<5>, dense<6>, ctnn::tanh, dense<2>>>;
static_assert(footprint<with_table>.multiply_adds == 5 * 6 + 6 * 2);
static_assert(footprint<with_table>.inference_stack_bytes == 2 * (8 + 8 + 8) + 2);
template <class Model>
concept knows_of_training = requires {
    footprint<Model>.training_ram;
};
static_assert(knows_of_training<a> && !knows_of_training<small>);

// Of a constant network, too.
static_assert(footprint<a const>.flash == footprint<a>.flash);

} // namespace

TEST_CASE("the footprint is there at run time, too", "[report]") {
    CHECK(footprint<a>.flash == sizeof(a));
    CHECK(sizeof(a::records) == footprint<a>.training_activation_bytes);
}
