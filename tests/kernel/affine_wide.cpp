#include <ctnn/kernel/affine_wide.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>
#include <limits>

#include "../catch.hpp"
#include "../support/random_numbers.hpp"

namespace {

template <class Scalar, std::size_t Size>
constexpr std::array<Scalar, Size> draw(seeded::random_numbers& numbers) {
    return numbers.template array<Scalar, Size>(-2, 2);
}

// Row by row and output by output: the same bits.
template <class Scalar, std::size_t Inputs, std::size_t Outputs>
constexpr bool same_as_plain(Scalar first_input = 1, Scalar first_weight = 1) {
    seeded::random_numbers numbers(Inputs * 100 + Outputs);
    auto x = draw<Scalar, Inputs>(numbers);
    auto weights = draw<Scalar, Inputs * Outputs>(numbers);
    auto const biases = draw<Scalar, Outputs>(numbers);
    x[0] *= first_input;
    weights[0] *= first_weight;
    std::array<Scalar, Outputs> wide{}, plain{};
    ctnn::kernel::affine_wide<Inputs, Outputs>(x.data(), weights.data(), biases.data(),
                                               wide.data());
    ctnn::kernel::detail::affine_plain<Inputs, Outputs>(x.data(), weights.data(), biases.data(),
                                                        plain.data());
    for (std::size_t j = 0; j < Outputs; ++j)
        if (wide[j] != plain[j] && !(wide[j] != wide[j] && plain[j] != plain[j]))
            return false;
    return true;
}

static_assert(same_as_plain<float, 1, 2>() && same_as_plain<double, 1, 3>());
static_assert(same_as_plain<float, 2, 5>() && same_as_plain<double, 3, 6>());
static_assert(same_as_plain<float, 9, 4>() && same_as_plain<double, 17, 7>());
static_assert(same_as_plain<float, 40, 3>() && same_as_plain<double, 33, 13>());
static_assert(same_as_plain<float, 5, 66>() && same_as_plain<double, 4, 131>());
static_assert(same_as_plain<float, 5, 3>(0, -1));

// As IEEE 754 has it for each product and sum.
constexpr bool same_beyond_numbers() {
    constexpr float infinity = std::numeric_limits<float>::infinity();
    constexpr std::array<float, 2> x{-0.0f, infinity};
    constexpr std::array<float, 6> weights{1, infinity, -1, 0, 1, -1};
    constexpr std::array<float, 3> biases{-0.0f, 0, 1};
    std::array<float, 3> y{};
    ctnn::kernel::affine_wide<2, 3>(x.data(), weights.data(), biases.data(), y.data());
    return y[0] != y[0] && y[1] != y[1] && y[2] == -infinity;
}

// Y. LeCun et al., "Gradient-based learning applied to document recognition", Proceedings of the IEEE, 1998; with relu,
// and the largest number of each window: 281,640 multiply-adds.
using lenet5 = ctnn::network<float, ctnn::input<28, 28, 1>,                             //
                             ctnn::conv2d<6, ctnn::kernel_size<5, 5>, ctnn::relu>,      //
                             ctnn::max_pool<ctnn::kernel_size<2, 2>>,                   //
                             ctnn::conv2d<16, ctnn::kernel_size<5, 5>, ctnn::relu>,     //
                             ctnn::max_pool<ctnn::kernel_size<2, 2>>,                   //
                             ctnn::dense<120, ctnn::relu>, ctnn::dense<84, ctnn::relu>, //
                             ctnn::dense<10>>;

constexpr lenet5 with_some_weights() {
    lenet5 net{};
    ctnn::for_each_parameter(
        [n = 1u](float& p) mutable {
            n = n * 1664525u + 1013904223u;
            p = static_cast<float>(n >> 8) / (1u << 27) - 0.0625f;
        },
        net);
    return net;
}
constexpr lenet5::input_type image() {
    lenet5::input_type x{};
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = static_cast<float>(i * i % 17) / 17;
    return x;
}

} // namespace

TEST_CASE("affine_wide: minus zero, infinity and NaN") {
    CHECK(same_beyond_numbers());
}

TEST_CASE("a LeNet-5 is within every compiler's default limits of a constant, and has the "
          "machine's bits") {
    static lenet5 const net = with_some_weights();
    constexpr auto x = image();
    constexpr auto y = [] {
        constexpr lenet5 here = with_some_weights();
        return here(image());
    }();
    CHECK(net(x) == y);
    CHECK(y[0] != 0);
}
