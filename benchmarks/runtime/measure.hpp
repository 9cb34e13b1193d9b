#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <vector>

namespace benchmark {

using clock = std::chrono::steady_clock;

inline double nanoseconds(clock::duration time) {
    return std::chrono::duration<double, std::nano>(time).count();
}

template <class Function>
double time_of(Function const& function) {
    auto const start = clock::now();
    function();
    return nanoseconds(clock::now() - start);
}

// The number that `part` of all are not above.
inline double quantile(std::vector<double>& times, double part) {
    auto const at = static_cast<std::ptrdiff_t>(part * static_cast<double>(times.size() - 1));
    std::nth_element(times.begin(), times.begin() + at, times.end());
    return times[static_cast<std::size_t>(at)];
}

struct turns {
    double least, median;
};

// The nanoseconds of one of `count` calls that each function makes when it is called. They take turns,
// so that what else the machine does meets all of them; the least time is that of a turn which met
// nothing.
template <class... Functions>
std::array<turns, sizeof...(Functions)> measure_in_turn(std::size_t count, std::size_t repetitions,
                                                        Functions const&... functions) {
    std::array<std::vector<double>, sizeof...(Functions)> times;
    for (std::size_t i = 0; i < repetitions; ++i) {
        std::size_t k = 0;
        (times[k++].push_back(time_of(functions) / static_cast<double>(count)), ...);
    }
    std::array<turns, sizeof...(Functions)> all{};
    for (std::size_t k = 0; k < all.size(); ++k)
        all[k] = {quantile(times[k], 0), quantile(times[k], 0.5)};
    return all;
}

struct distribution {
    double least, median, percentile_99, most;
};

// Of single calls, the clock's own time included.
template <class Function>
distribution distribution_of(std::size_t calls, Function const& function) {
    std::vector<double> times(calls);
    for (std::size_t i = 0; i < calls; ++i)
        times[i] = time_of([&] { function(i); });
    return {quantile(times, 0), quantile(times, 0.5), quantile(times, 0.99), quantile(times, 1)};
}

// Walks through more memory than there are caches: what they held is gone.
class cold_caches {
public:
    void make() {
        for (std::size_t i = 0; i < memory.size(); i += 64)
            sum += ++memory[i];
        auto const clock_is_warm = clock::now();
        asm volatile("" : : "r"(&clock_is_warm), "r"(&sum) : "memory");
    }

private:
    std::vector<unsigned char> memory = std::vector<unsigned char>(std::size_t{96} << 20);
    unsigned long sum = 0;
};

} // namespace benchmark
