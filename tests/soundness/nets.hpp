#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>
#include <limits>
#include <random>

// Random networks, boxes and points that try to break a bound: parameters that are exactly zero, and
// boxes of zero width, at subnormal numbers, at the edges of relu; points in corners.

namespace soundness {

// Branches that are multiplied, with prelu between layers and in a branch.
template <class T>
using products = ctnn::network<
    T, ctnn::input<3>, ctnn::dense<4>, ctnn::prelu,
    ctnn::parallel<ctnn::multiplied, ctnn::dense<3, ctnn::tanh>, ctnn::dense<3, ctnn::sigmoid>,
                   ctnn::sequential<ctnn::dense<3>, ctnn::prelu>>,
    ctnn::dense<2>>;

class draw {
public:
    explicit draw(std::uint32_t seed) : engine_(seed) {}

    double unit() { return static_cast<double>(engine_()) * 0x1p-64; }
    double between(double a, double b) { return a + (b - a) * unit(); }
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }

private:
    std::mt19937_64 engine_;
};

template <class Network>
Network network(draw& random) {
    using scalar = typename Network::scalar;
    Network net{};
    double const scale = std::array{0.5, 1.0, 2.0, 0.1}[random.below(4)];
    ctnn::detail::for_each_block(
        [&](auto block) {
            for (std::size_t i = 0; i < decltype(block)::size; ++i) {
                double const value = random.between(-scale, scale);
                std::size_t const kind = random.below(40);
                block.data[i] =
                    kind == 0   ? scalar(0)
                    : kind == 1 ? static_cast<scalar>(std::round(4 * value) / 4)
                    : kind == 2 ? static_cast<scalar>(value) * std::numeric_limits<scalar>::min()
                                : static_cast<scalar>(value);
            }
        },
        net);
    return net;
}

template <class T, std::size_t Size>
ctnn::box<T, Size> box(draw& random) {
    ctnn::box<T, Size> result{};
    double const radius = std::array{1.0, 0.1, 1e-3, 1e-7, 0.0}[random.below(5)];
    bool const is_tiny = random.below(8) == 0;
    double const unit = is_tiny ? static_cast<double>(std::numeric_limits<T>::min()) : 1;
    for (std::size_t i = 0; i < Size; ++i) {
        double const center = random.below(4) == 0 ? 0 : random.between(-1, 1);
        double const a = random.between(0, radius), b = random.between(0, radius);
        result.lower[i] = static_cast<T>(unit * (center - a));
        result.upper[i] = static_cast<T>(unit * (center + b));
    }
    return result;
}

// A corner, or a point with some coordinates at ends, at zero or anywhere.
template <class T, std::size_t Size>
std::array<T, Size> point(draw& random, ctnn::box<T, Size> const& in) {
    std::array<T, Size> x{};
    bool const is_corner = random.below(3) == 0;
    for (std::size_t i = 0; i < Size; ++i) {
        std::size_t const kind = is_corner ? random.below(2) : random.below(6);
        T const inside = static_cast<T>(
            random.between(static_cast<double>(in.lower[i]), static_cast<double>(in.upper[i])));
        x[i] = std::clamp(kind == 0   ? in.lower[i]
                          : kind == 1 ? in.upper[i]
                          : kind == 2 ? T(0)
                                      : inside,
                          in.lower[i], in.upper[i]);
    }
    return x;
}

} // namespace soundness
