#pragma once

// How far a function is from the exact values, in units in the last place, and the worst of many.

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <thread>
#include <vector>

namespace ulps {

// The distance of a result from the exact value, of which a wider format is given. An ulp is that of
// the binade of the exact value. 1e9 stands for what no ulp measures: a wrong NaN or infinity.
template <class Scalar, class Wide>
double distance(Scalar result, Wide exact) {
    using limits = std::numeric_limits<Scalar>;
    if (exact != exact)
        return result != result ? 0 : 1e9;
    // What is at least half an ulp above the largest number is infinity in this format.
    Wide const half_above =
        static_cast<Wide>(limits::max()) * (1 + static_cast<Wide>(limits::epsilon()) / 4);
    if (exact >= half_above || exact <= -half_above)
        return std::isinf(result) && (result > 0) == (exact > 0) ? 0 : 1e9;
    if (!std::isfinite(result))
        return 1e9;
    // A zero where the exact value is one too must have its sign.
    if (exact == 0)
        return result == 0 && std::signbit(result) == std::signbit(exact) ? 0 : 1e9;
    int const exponent = std::ilogb(exact) + 1;
    int const unit =
        (exponent < limits::min_exponent ? limits::min_exponent : exponent) - limits::digits;
    auto const difference = std::fabs(static_cast<Wide>(result) - exact);
    return static_cast<double>(std::scalbn(difference, -unit));
}

template <class Scalar>
struct worst {
    double error = 0;
    Scalar argument = 0;

    void take(worst const& other) {
        if (other.error > error)
            *this = other;
    }
};

// Every stride-th float from the one with these bits, shared by the processors of this machine: each
// has a Result of its own, result.take(x) is called for each x, result.take(result) at the end.
template <class Result>
Result sweep_floats(std::uint64_t stride, std::uint64_t first = 0) {
    std::size_t const processors = std::thread::hardware_concurrency();
    std::vector<Result> results(processors > 0 ? processors : 1);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < results.size(); ++i)
        threads.emplace_back([&results, stride, begin = first + i * stride, i] {
            Result result;
            for (auto bits = begin; bits < std::uint64_t{1} << 32; bits += stride * results.size())
                result.take(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
            results[i] = result;
        });
    Result all;
    for (std::size_t i = 0; i < threads.size(); ++i) {
        threads[i].join();
        all.take(results[i]);
    }
    return all;
}

} // namespace ulps
