#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

namespace benchmark {

// Keeps the optimizer from dropping what was computed and from remembering what memory held.
template <class T>
inline void keep(T const& value) {
    asm volatile("" : : "r"(&value) : "memory");
}

struct pair_of_times {
    double ours;
    double theirs;

    double ratio() const { return theirs / ours; }
};

// The median nanoseconds of one of `count` calls that each function makes when it is called. The
// two take turns, so that what else the machine does meets both.
template <class Ours, class Theirs>
pair_of_times measure_in_turn(std::size_t count, std::size_t repetitions, Ours ours,
                              Theirs theirs) {
    using clock = std::chrono::steady_clock;
    auto const once = [count](auto& function) {
        auto const start = clock::now();
        function();
        std::chrono::duration<double, std::nano> const time = clock::now() - start;
        return time.count() / static_cast<double>(count);
    };
    std::vector<double> first, second;
    for (std::size_t i = 0; i < repetitions; ++i) {
        first.push_back(once(ours));
        second.push_back(once(theirs));
    }
    auto const median = [](std::vector<double>& times) {
        auto const middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
        std::nth_element(times.begin(), middle, times.end());
        return *middle;
    };
    return {median(first), median(second)};
}

} // namespace benchmark
