// What a network in integers of 8 bits is charged for, as values beside 64 bits: most of it is far below a step of
// these integers, so that no input of a network that was quantized in earnest would show that it is missing.

#include <ctnn/network/network.hpp>
#include <ctnn/verify/detail/difference/int8_side.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/hard_tanh.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/placed/activate.hpp>
#include <limits>

#include "../../catch.hpp"
#include "../fixed_point_oracle.hpp"

namespace {

using real = long double;
using ctnn::verify::detail::int8_side;

template <class T, class Activation>
using layer = ctnn::network<T, ctnn::input<3>, ctnn::dense<2, Activation>>;

real size_of(real x) {
    return x < 0 ? -x : x;
}
template <class Scale>
real meaning(Scale const& scale, real q) {
    return (q - static_cast<real>(scale.zero)) * static_cast<real>(scale.step);
}

// A layer by hand: its scales are odd numbers, and its sums large.
template <class T, class Activation>
auto drawn(every_input::draws& from, std::int32_t largest_bias) {
    ctnn::quantized<layer<T, Activation>> q{};
    auto const scale = [&] {
        T const step = static_cast<T>(from.from(1'000'001, 9'999'999)) / static_cast<T>(1 << 29);
        return ctnn::int8_scale<T>{step, T(1) / step, from.from(-128, 127)};
    };
    q.input = scale();
    q.output = scale();
    auto& dense = q.layers.layer().weights;
    for (auto& w : dense.weights)
        w = static_cast<std::int8_t>(from.from(-127, 127));
    dense.weights[3] = dense.weights[7] = 0; // (of three inputs)
    for (auto& b : dense.biases)
        b = from.from(-largest_bias, largest_bias);
    for (auto& m : dense.multipliers)
        m = from.from(1 << 30, 0x7fffffff);
    dense.shift = from.from(6, 9);
    dense.zero = q.output.zero;
    return q;
}

// Of three integers, as they go in: with what they stand for.
template <class Side, class Quantized>
auto state_of(Quantized const& q, std::array<std::int32_t, 3> const& integers) {
    typename Side::template state<3> z{};
    for (std::size_t i = 0; i < 3; ++i) {
        double const at = static_cast<double>(meaning(q.input, integers[i]));
        z.least[i] = z.most[i] = integers[i];
        z.real[i] = {at, at};
    }
    return z;
}

template <class T>
void check_inputs(std::uint64_t seed) {
    using network = layer<T, ctnn::identity>;
    every_input::draws from{seed};
    network const net{};
    for (int k = 0; k < 200; ++k) {
        auto const q = drawn<T, ctnn::identity>(from, 1000);
        int8_side<network> const side(net, q);
        std::array<T, 3> x{};
        for (T& number : x)
            number = q.input.value(static_cast<std::int8_t>(from.from(-128, 127))) +
                     T(0.5) * q.input.step;
        auto const z = side.of_inputs(ctnn::box<T, 3>{x, x});
        for (std::size_t i = 0; i < 3; ++i) {
            std::int8_t const integer = q.input.quantized(x[i]);
            CHECK((z.least[i] == integer && z.most[i] == integer));
            real const off = size_of(static_cast<real>(x[i]) - meaning(q.input, integer));
            CHECK(off <= static_cast<real>(z.error[i]));
            // An inverse and a product, each off by half an epsilon, of up to 255 steps.
            real const epsilon = static_cast<real>(std::numeric_limits<T>::epsilon());
            real const step = static_cast<real>(q.input.step);
            CHECK(static_cast<real>(z.error[i]) >= (0.5l + 255 * epsilon) * step);
            CHECK(static_cast<real>(z.error[i]) <= (0.502l + 255 * epsilon) * step);
        }
    }
    // Beyond the last integer, all of what is cut off.
    auto const q = drawn<T, ctnn::identity>(from, 1000);
    T const far = T(2) * q.input.value(127) + T(3), low = T(2) * q.input.value(-128) - T(3);
    auto const z = int8_side<network>(net, q).of_inputs({{low, far, low}, {far, far, low}});
    for (std::size_t i = 0; i < 3; ++i) {
        real const above = static_cast<real>(far) - meaning(q.input, 127);
        real const below = meaning(q.input, -128) - static_cast<real>(low);
        real const most = i == 0 ? std::max(above, below) : i == 1 ? above : below;
        CHECK(static_cast<real>(z.error[i]) >= most);
        CHECK(static_cast<real>(z.error[i]) <= most * 1.000001l);
    }
}

TEST_CASE("an input in 8 bits is charged for half a step and two roundings", "[verify]") {
    check_inputs<float>(1);
    check_inputs<double>(2);
}

// sum m / 2^(31 + shift) steps is what the integers say before anything is rounded; the side calculates with
// weights and a bias in double, which are not quite that.
void check_layer(std::uint64_t seed, std::int32_t largest_bias, bool cancels) {
    using network = layer<double, ctnn::identity>;
    using side_type = int8_side<network>;
    every_input::draws from{seed};
    network const net{};
    real closest = 0;
    for (int k = 0; k < 400; ++k) {
        auto q = drawn<double, ctnn::identity>(from, largest_bias);
        auto& dense = q.layers.layer().weights;
        std::array<std::int32_t, 3> const integers{from.from(-128, 127), from.from(-128, 127),
                                                   from.from(-128, 127)};
        std::array<std::int64_t, 2> sums{};
        for (std::size_t j = 0; j < 2; ++j) {
            std::int32_t of_inputs = 0;
            for (std::size_t i = 0; i < 3; ++i)
                of_inputs += integers[i] * dense.weights[4 * j + ctnn::quantization::place_of(i)];
            if (cancels) // (then a large bias and large products leave a small sum)
                dense.biases[j] = from.from(-9, 9) - of_inputs;
            sums[j] = of_inputs + dense.biases[j];
        }
        side_type const side(net, q);
        auto const z = state_of<side_type>(q, integers);
        auto const v = side.affine<0>(z);
        auto const y =
            q.run({static_cast<std::int8_t>(integers[0]), static_cast<std::int8_t>(integers[1]),
                   static_cast<std::int8_t>(integers[2])});
        for (std::size_t j = 0; j < 2; ++j) {
            real const steps = static_cast<real>(sums[j]) *
                               static_cast<real>(dense.multipliers[j]) /
                               static_cast<real>(std::int64_t{1} << (31 + dense.shift));
            real const step = static_cast<real>(q.output.step);
            real affine = static_cast<real>(side.bias<0>(j)), magnitude = size_of(affine);
            for (std::size_t i = 0; i < 3; ++i) {
                real const term =
                    static_cast<real>(side.weight<0>(i, j)) * static_cast<real>(z.real[i].lower);
                affine += term, magnitude += size_of(term);
            }
            // Rounded twice, to the nearest of the multiplier's and to the nearest step; and cut off.
            real const whole = steps + static_cast<real>(dense.zero);
            real const off = std::max({real(0), -128 - std::round(whole), std::round(whole) - 127});
            real const halves = 0.5l + 0.5l / static_cast<real>(std::int64_t{1} << dense.shift);
            CHECK((v.least[j] == y[j] && v.most[j] == y[j]));
            CHECK(static_cast<real>(v.error[j]) >= (halves + off) * step * (1 - 1e-15l));
            real const of_double = static_cast<real>(v.error[j]) - (halves + off) * step;
            real const apart = size_of(affine - steps * step);
            INFO(seed << " " << k << ": " << static_cast<double>(apart) << " of "
                      << static_cast<double>(of_double));
            // (error itself is rounded, to a part of its half steps)
            if (off < 1)
                CHECK(apart <= of_double + 2e-16l * step);
            // Sums of n terms and the four roundings of each (Higham, 3.1) need no less, nor ten times more.
            if (off < 1 && magnitude > 1e3l * step) {
                real const needed = 0.5l * 0x1p-52l * (3 + 4) * magnitude;
                CHECK(of_double >= needed);
                CHECK(of_double <= 30 * needed);
            }
            closest = std::max(closest, apart / of_double);
        }
    }
    CHECK(closest > 0.0001l);
}

TEST_CASE("a layer in 8 bits is charged for its halves and for what is rounded in double",
          "[verify]") {
    check_layer(11, 10'000, false);
    check_layer(12, 1 << 28, false);
    check_layer(13, 0, true);
}

// Every place of a table against the function in 64 bits.
template <class Activation, class Exact>
void check_table(std::uint64_t seed, Exact const& exact) {
    using network = ctnn::network<double, ctnn::input<1>, ctnn::activate<Activation>>;
    every_input::draws from{seed};
    network const net{};
    for (int k = 0; k < 20; ++k) {
        ctnn::quantized<network> q{};
        double const step = from.from(1'000'001, 1'999'999) * 0x1p-24; // to 8 or 15 on both sides
        q.input = {step, 1 / step, from.from(-3, 3)};
        q.output = ctnn::quantization::make_table<Activation>(q.input, q.layers.layer().table);
        using side_type = int8_side<network>;
        side_type const side(net, q);
        for (std::int32_t integer = -128; integer < 128; ++integer) {
            typename side_type::template state<1> v{};
            v.least[0] = v.most[0] = integer;
            auto const z = side.template activate<0>(v);
            real const wanted = exact(meaning(q.input, integer));
            std::int8_t const to =
                q.layers.layer().table.values[static_cast<std::size_t>(integer + 128)];
            CHECK((z.least[0] == to && z.most[0] == to));
            real const off = size_of(meaning(q.output, to) - wanted);
            INFO(integer << " of step " << step);
            CHECK(static_cast<real>(z.error[0]) >= off);
            CHECK(static_cast<real>(z.error[0]) <= off + 2e-14l * (1 + size_of(wanted)));
        }
    }
}

TEST_CASE("a table of 8 bits is charged for how far each place is from the function", "[verify]") {
    check_table<ctnn::gelu>(21, [](real x) { return x * std::erfc(-x * std::sqrt(0.5l)) / 2; });
    check_table<ctnn::sigmoid>(22, [](real x) { return 1 / (1 + std::exp(-x)); });
}

// Where numbers are cut off instead of looked up, against every integer on the way.
template <class Activation, class Exact>
void check_cut(std::uint64_t seed, Exact const& exact) {
    using network = layer<double, Activation>;
    every_input::draws from{seed};
    network const net{};
    for (int k = 0; k < 200; ++k) {
        auto const q = drawn<double, Activation>(from, 1000);
        int8_side<network> const side(net, q);
        typename int8_side<network>::template state<2> v{};
        for (std::size_t j = 0; j < 2; ++j) {
            v.least[j] = from.from(-400, 300);
            v.most[j] = v.least[j] + from.from(0, 300);
        }
        auto const z = side.template activate<0>(v);
        for (std::size_t j = 0; j < 2; ++j) {
            real most = 0, largest = 0;
            for (std::int32_t at = v.least[j]; at <= v.most[j]; ++at) {
                std::int32_t const cut = std::clamp(at, -128, 127);
                most =
                    std::max(most, size_of(meaning(q.output, cut) - exact(meaning(q.output, at))));
                largest = std::max(largest, size_of(meaning(q.output, cut)));
                CHECK((z.least[j] <= cut && cut <= z.most[j]));
            }
            real const step = static_cast<real>(q.output.step);
            real const rounded = 0x1p-52l * largest; // the last layer's numbers, in double
            INFO(k << ": " << z.error[j] << " and " << static_cast<double>(most));
            CHECK(static_cast<real>(z.error[j]) >= most);
            CHECK(static_cast<real>(z.error[j]) <=
                  most * (1 + 2e-12l) + 2e-12l * step + 2 * rounded);
        }
    }
}

TEST_CASE("what is cut off at the ends of a scale is charged for", "[verify]") {
    check_cut<ctnn::relu>(31, [](real x) { return std::max(x, real(0)); });
    check_cut<ctnn::hard_tanh>(32, [](real x) { return std::clamp(x, real(-1), real(1)); });
}

TEST_CASE("the last integers are charged for the product that makes numbers of them", "[verify]") {
    using network = layer<float, ctnn::identity>;
    every_input::draws from{41};
    network const net{};
    for (int k = 0; k < 50; ++k) {
        auto const q = drawn<float, ctnn::identity>(from, 1000);
        int8_side<network> const side(net, q);
        for (std::int32_t integer = -128; integer < 128; ++integer) {
            typename int8_side<network>::state<2> v{};
            v.least.fill(integer), v.most.fill(integer);
            auto const z = side.template activate<0>(v);
            float const y = q.output.value(static_cast<std::int8_t>(integer));
            CHECK((z.real[0].lower == static_cast<double>(y) &&
                   z.real[0].upper == static_cast<double>(y)));
            CHECK(static_cast<real>(z.error[0]) >=
                  size_of(static_cast<real>(y) - meaning(q.output, integer)));
            CHECK(z.error[0] <= 0x1p-22 * std::abs(static_cast<double>(y)));
        }
    }
}

} // namespace
