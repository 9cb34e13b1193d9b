#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "compare.hpp"

// Random data that only depends on a seed: the same in the compiler and on the machine.

namespace seeded {

// A linear congruential generator: enough for tests, and cheap in constant evaluation.
class random_numbers {
public:
    explicit constexpr random_numbers(std::uint32_t seed)
        : state_(seed * 0x9e3779b97f4a7c15u + 1) {}

    constexpr double operator()(double lower = -1, double upper = 1) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return lower + (upper - lower) * (static_cast<double>(state_ >> 40) * 0x1p-24);
    }

    template <class Scalar, std::size_t Size>
    constexpr std::array<Scalar, Size> array(double lower = -1, double upper = 1) {
        std::array<Scalar, Size> values{};
        for (Scalar& value : values)
            value = static_cast<Scalar>((*this)(lower, upper));
        return values;
    }

    // A distribution over classes, none of them impossible.
    template <class Scalar, std::size_t Size>
    constexpr std::array<Scalar, Size> distribution() {
        auto values = array<double, Size>(0.1, 1);
        double sum = 0;
        for (double const value : values)
            sum += value;
        for (double& value : values)
            value /= sum;
        return compare::converted<Scalar>(values);
    }

    // (Numbers that are not trained are statistics: a variance is above 0.)
    template <class Network>
    constexpr Network network(double lower = -1, double upper = 1) {
        auto numbers = array<typename Network::scalar, Network::parameter_count>(lower, upper);
        if constexpr (compare::freezes<Network>()) {
            constexpr auto trained = compare::trained<Network>();
            for (std::size_t i = 0; i < numbers.size(); ++i)
                if (!trained[i])
                    numbers[i] =
                        typename Network::scalar((3 + static_cast<double>(numbers[i])) / 4);
        }
        return compare::network_of<Network>(numbers);
    }

private:
    std::uint64_t state_;
};

} // namespace seeded
