#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <vector>

#include "exact_sum.hpp"
#include "nets.hpp"

// A network, a box, and inputs in it at which a wrong verdict would most likely show: all that a question is
// asked of. With a condition of which it is known at each of these inputs whether it holds.

namespace soundness {

// As `box`, and boxes of one point, of which one side has no width, that are huge, or that are none.
template <class T, std::size_t Size>
ctnn::box<T, Size> any_box(draw& random) {
    auto in = box<T, Size>(random);
    std::size_t const kind = random.below(16);
    if (kind == 0)
        in.upper = in.lower;
    else if (kind == 1)
        in.upper[0] = in.lower[0];
    else if (kind == 2)
        for (std::size_t i = 0; i < Size; ++i) {
            double const size = std::array{1e3, 1e18, 1e37, 1e38}[random.below(4)];
            in.lower[i] = static_cast<T>(-size * random.unit());
            in.upper[i] = static_cast<T>(size * random.unit());
        }
    else if (kind == 3)
        for (std::size_t i = 0; i < Size; ++i)
            in.upper[i] = ctnn::number::next_above(in.lower[i]);
    else if (kind == 4 && random.below(4) == 0)
        (random.below(2) == 0 ? in.lower : in.upper)[random.below(Size)] =
            random.below(2) == 0 ? std::numeric_limits<T>::infinity()
                                 : std::numeric_limits<T>::quiet_NaN();
    return in;
}

// Corners, what lies beside them, and points anywhere.
template <class T, std::size_t Size>
std::vector<std::array<T, Size>> points_of(draw& random, ctnn::box<T, Size> const& in,
                                           std::size_t count) {
    std::vector<std::array<T, Size>> points;
    std::size_t const corners = std::size_t{1} << std::min<std::size_t>(Size, 4);
    for (std::size_t corner = 0; corner < corners; ++corner) {
        std::array<T, Size> x{}, beside{};
        for (std::size_t i = 0; i < Size; ++i) {
            bool const is_upper = i < 4 ? (corner >> i & 1) != 0 : random.below(2) == 0;
            x[i] = is_upper ? in.upper[i] : in.lower[i];
            T const next =
                is_upper ? ctnn::number::next_below(x[i]) : ctnn::number::next_above(x[i]);
            beside[i] = in.lower[i] <= next && next <= in.upper[i] ? next : x[i];
        }
        points.push_back(x), points.push_back(beside);
    }
    while (points.size() < count)
        points.push_back(point(random, in));
    return points;
}

template <std::size_t Outputs>
using constraint = ctnn::verify::linear_constraint<Outputs>;

// The sign of a sum of outputs: exact where they are finite; 2 where it is no number.
template <std::size_t Outputs, class T>
int sign_of(constraint<Outputs> const& of, std::array<T, Outputs> const& y) {
    exact_sum sum;
    sum.add(of.constant);
    double infinite = 0;
    for (std::size_t j = 0; j < Outputs; ++j) {
        auto const value = static_cast<double>(y[j]);
        if (of.coefficients[j] == 0)
            continue;
        if (std::isfinite(value))
            sum.add_product(of.coefficients[j], value);
        else
            infinite += of.coefficients[j] * value;
    }
    if (infinite != 0)
        return std::isnan(infinite) ? 2 : infinite > 0 ? 1 : -1;
    return sum.sign();
}

template <std::size_t Outputs, class T>
bool holds_at(constraint<Outputs> const& of, std::array<T, Outputs> const& y) {
    int const sign = sign_of(of, y);
    return sign == 1 || (sign == 0 && of.zero_suffices);
}
template <std::size_t Outputs, class T>
bool fails_at(constraint<Outputs> const& of, std::array<T, Outputs> const& y) {
    int const sign = sign_of(of, y);
    return sign == -1 || (sign == 0 && !of.zero_suffices);
}
template <class Condition, class Output>
bool holds_at_all(Condition const& wanted, Output const& y) {
    return std::all_of(wanted.rows.begin(), wanted.rows.end(), [&](auto const& row) {
        return std::any_of(row.begin(), row.end(),
                           [&](auto const& one) { return holds_at(one, y); });
    });
}
template <class Condition, class Output>
bool fails_at_all(Condition const& wanted, Output const& y) {
    return std::any_of(wanted.rows.begin(), wanted.rows.end(), [&](auto const& row) {
        return std::all_of(row.begin(), row.end(),
                           [&](auto const& one) { return fails_at(one, y); });
    });
}

template <std::size_t Outputs, class T>
double value_of(std::array<double, Outputs> const& coefficients, std::array<T, Outputs> const& y) {
    double sum = 0;
    for (std::size_t j = 0; j < Outputs; ++j)
        if (coefficients[j] != 0)
            sum += coefficients[j] * static_cast<double>(y[j]);
    return sum;
}

template <std::size_t Outputs>
std::array<double, Outputs> any_coefficients(draw& random) {
    std::array<double, Outputs> of{};
    std::size_t const kind = random.below(3), first = random.below(Outputs);
    for (std::size_t j = 0; j < Outputs; ++j)
        of[j] = kind == 2 ? std::round(random.between(-4, 4)) / 2 : 0;
    of[first] = random.below(2) == 0 ? 1 : -1;
    if (kind == 1 && Outputs > 1)
        of[(first + 1 + random.below(Outputs - 1)) % Outputs] = -of[first];
    return of;
}

// Inputs at which a linear function of the outputs is small: from the best of those that are known, downhill.
template <class Network>
void descend(draw& random, Network const& net,
             ctnn::box<typename Network::scalar, Network::input_size> const& in,
             std::array<double, Network::output_size> const& coefficients, int steps,
             std::vector<typename Network::input_type>& points) {
    using T = typename Network::scalar;
    auto best = points.front();
    double least = std::numeric_limits<double>::infinity();
    for (auto const& x : points)
        if (double const value = value_of(coefficients, net(x)); value < least)
            least = value, best = x;
    double reach = 0.3;
    for (int k = 0; k < steps; ++k, reach *= 0.8) {
        auto next = best;
        for (std::size_t i = 0; i < Network::input_size; ++i) {
            double const low = static_cast<double>(in.lower[i]);
            double const width = static_cast<double>(in.upper[i]) - low;
            double const at = static_cast<double>(best[i]) + random.between(-reach, reach) * width;
            next[i] = std::clamp(static_cast<T>(at), in.lower[i], in.upper[i]);
        }
        if (double const value = value_of(coefficients, net(next)); value < least)
            least = value, best = next;
    }
    points.push_back(best);
}

// A condition in which each row's constants make it nearly, exactly, or not at all so at what is sampled: a
// hidden counterexample is one of the points, another one lies beside it, or none is there.
template <class Network, std::size_t All, std::size_t Any>
auto any_condition(draw& random, Network const& net,
                   ctnn::box<typename Network::scalar, Network::input_size> const& in,
                   std::vector<typename Network::input_type>& points) {
    constexpr std::size_t outputs = Network::output_size;
    ctnn::verify::condition<outputs, All, Any> wanted{};
    for (auto& row : wanted.rows) {
        for (auto& one : row) {
            one.coefficients = any_coefficients<outputs>(random);
            descend(random, net, in, one.coefficients, 12, points);
        }
        // At a point of which this is the least, or at any other.
        auto planted = points[random.below(points.size())];
        if (random.below(3) != 0)
            for (auto const& x : points)
                if (value_of(row[0].coefficients, net(x)) <
                    value_of(row[0].coefficients, net(planted)))
                    planted = x;
        for (auto& one : row) {
            double const value = value_of(one.coefficients, net(planted));
            double const size = std::isfinite(value) ? std::abs(value) + 1e-3 : 1;
            double const more = std::array{0.0, 1e-9, 1e-6, 1e-3, 0.1, 1.0}[random.below(6)];
            double const by = size * (random.below(4) == 0 ? -more : more);
            one.constant = std::isfinite(value) ? by - value : by;
            one.zero_suffices = random.below(3) == 0;
        }
    }
    return wanted;
}

} // namespace soundness
