#pragma once

#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/quantization/quantize.hpp>
#include <ctnn/verify/difference_bounds.hpp>
#include <ctnn/verify/equivalent.hpp>
#include <ctnn/verify/no_overflow.hpp>

#include "try_verdicts.hpp"

// The same of networks in fixed point, and of float networks beside them and beside int8. Of boxes with few inputs,
// all of them are points.

namespace soundness {

template <class T, std::size_t Size>
ctnn::box<T, Size> fixed_box(draw& random) {
    ctnn::box<T, Size> in{};
    auto const widest = static_cast<std::size_t>(T::bits == 8 ? 24 : 300);
    for (std::size_t i = 0; i < Size; ++i) {
        auto const low =
            static_cast<std::int64_t>(random.below(std::size_t{1} << T::bits)) + T::lowest().raw;
        auto const width =
            static_cast<std::int64_t>(random.below(3) == 0 ? 0 : random.below(widest));
        auto const high = std::min<std::int64_t>(low + width, T::largest().raw);
        in.lower[i] = T::from_raw(static_cast<typename T::storage>(low));
        in.upper[i] = T::from_raw(static_cast<typename T::storage>(high));
    }
    return in;
}

template <class T>
std::vector<std::array<T, 2>> fixed_points(draw& random, ctnn::box<T, 2> const& in) {
    std::vector<std::array<T, 2>> points;
    auto const width = [&](std::size_t i) {
        return static_cast<std::size_t>(in.upper[i].raw - in.lower[i].raw) + 1;
    };
    std::size_t const count = width(0) * width(1);
    bool const all = count <= 800;
    for (std::size_t k = 0; k < (all ? count : 300); ++k) {
        std::size_t const at = all     ? k
                               : k < 4 ? (k & 1) * (width(0) - 1) + (k >> 1) * (count - width(0))
                                       : random.below(count);
        auto const raw = [&](std::size_t i, std::size_t steps) {
            return T::from_raw(
                static_cast<typename T::storage>(in.lower[i].raw + static_cast<int>(steps)));
        };
        points.push_back({raw(0, at % width(0)), raw(1, at / width(0))});
    }
    return points;
}

template <class Network>
Network fixed_network(draw& random) {
    using T = typename Network::scalar;
    Network net{};
    double const scale = std::array{0.5, 1.0, 3.0}[random.below(3)];
    ctnn::detail::for_each_block(
        [&](auto block) {
            for (std::size_t i = 0; i < decltype(block)::size; ++i)
                block.data[i] = static_cast<T>(random.between(-scale, scale));
        },
        net);
    return net;
}

// Of all that the two may be apart, both ways.
template <class Real, class Other>
void check_difference(trial& t, Real const& net, Other const& other, box_of<Real> const& in) {
    auto const apart = ctnn::verify::difference_bounds(net, other, in);
    double const tolerance = std::array{0.05, 0.3, 2.0}[t.random.below(3)];
    auto const v = ctnn::verify::equivalent(net, other, in, tolerance, 6);
    t.of.count(v);
    auto const difference = [&](auto const& x, std::size_t j) {
        auto const z = other(ctnn::detail::input_for<Real, Other>(x));
        return static_cast<double>(net(x)[j]) - static_cast<double>(z[j]);
    };
    for (auto const& x : points_of(t.random, in, 60))
        for (std::size_t j = 0; j < Real::output_size; ++j) {
            double const d = difference(x, j);
            t.check(apart[j].lower <= d && d <= apart[j].upper, "difference_bounds");
            t.check(!v.proven() || std::abs(d) <= tolerance, "equivalent");
        }
    if (v.violated()) {
        double most = 0;
        for (std::size_t j = 0; j < Real::output_size; ++j)
            most = std::max(most, std::abs(difference(v.counterexample, j)));
        t.check(in.contains(v.counterexample) && most > tolerance, "equivalent");
    }
}

template <class Network>
void try_fixed_network(trial& t, std::uint64_t count) {
    using T = typename Network::scalar;
    using wide = typename ctnn::detail::with_scalar<double, Network>::type;
    for (std::uint64_t k = 0; k < count; ++k) {
        ++t.number;
        auto const net = fixed_network<Network>(t.random);
        auto const in = fixed_box<T, 2>(t.random);
        auto points = fixed_points(t.random, in);
        try_conditions(t, net, in, points);
        try_bounds(t, net, in, points);
        auto const v = ctnn::verify::no_overflow(net, in, 10);
        t.of.count(v);
        auto const lean = ctnn::convert<
            ctnn::fixed_point<T::integer_bits, T::fraction_bits, ctnn::overflow::is_excluded>>(net);
        if (v.proven()) // then what does not saturate at all gives the same
            for (auto const& x : points) {
                auto const y = net(x);
                typename decltype(lean)::input_type same{};
                for (std::size_t i = 0; i < x.size(); ++i)
                    same[i].raw = x[i].raw;
                auto const z = lean(same);
                for (std::size_t j = 0; j < y.size(); ++j)
                    t.check(y[j].raw == z[j].raw, "no_overflow");
            }
        if (k % 4 == 0) {
            auto const twin = ctnn::convert<double>(net);
            ctnn::box<double, 2> around{};
            for (std::size_t i = 0; i < 2; ++i) {
                around.lower[i] = static_cast<double>(in.lower[i]) - 0.01;
                around.upper[i] = static_cast<double>(in.upper[i]) + 0.01;
            }
            check_difference<wide>(t, twin, net, around);
        }
    }
}

// A network of float as it is quantized for samples of its box.
template <class Network>
void try_int8(trial& t, std::uint64_t count) {
    for (std::uint64_t k = 0; k < count; ++k) {
        ++t.number;
        auto const net = network<Network>(t.random);
        auto in = box<float, 2>(t.random);
        std::array<ctnn::sample<typename Network::input_type, typename Network::output_type>, 30>
            samples{};
        for (auto& one : samples)
            one.input = point(t.random, in);
        auto const q = ctnn::quantize(net, samples);
        if (!q.ok())
            continue;
        // (sometimes beyond what the samples were)
        for (float& x : in.upper)
            x += t.random.below(3) == 0 ? 0.5f : 0;
        check_difference(t, net, q.network, in);
    }
}

template <class T, class Totals>
void try_fixed(trial& t, std::uint64_t each, Totals& all) {
    using ctnn::dense;
    t.name = "fixed point and int8";
    t.of = {};
    try_fixed_network<ctnn::network<T, ctnn::input<2>, dense<3, ctnn::relu>, dense<2>>>(t, each);
    try_fixed_network<
        ctnn::network<T, ctnn::input<2>, dense<4, ctnn::tanh>, dense<3, ctnn::softmax>>>(t, each);
    try_fixed_network<ctnn::network<T, ctnn::input<2>, dense<3, ctnn::gelu>, dense<2, ctnn::silu>>>(
        t, each);
    if (T::bits == 8)
        try_int8<
            ctnn::network<float, ctnn::input<2>, dense<4, ctnn::relu>, dense<2, ctnn::sigmoid>>>(
            t, each);
    std::printf("%-26s %8llu asked, %8llu proven, %8llu violated, %8llu unknown, %llu wrong\n",
                T::bits == 8 ? "8 bits" : "16 bits", static_cast<unsigned long long>(t.of.asked),
                static_cast<unsigned long long>(t.of.proven),
                static_cast<unsigned long long>(t.of.violated),
                static_cast<unsigned long long>(t.of.unknown),
                static_cast<unsigned long long>(t.of.wrong));
    all.asked += t.of.asked, all.proven += t.of.proven, all.violated += t.of.violated;
    all.wrong += t.of.wrong;
}

} // namespace soundness
