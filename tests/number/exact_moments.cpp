#include <ctnn/number/detail/exact_moments.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/number/fixed_point.hpp>

#include "../catch.hpp"

namespace {

using number = ctnn::fixed_point<3, 4>;

// The nearest whole number to the root of (size squares - sum^2) / size^2, the even one of two, by trying all.
std::int64_t nearest_deviation(std::int64_t size, std::int64_t sum, std::int64_t squares) {
    std::int64_t const four_times = 4 * (size * squares - sum * sum);
    std::int64_t steps = 0;
    while ((2 * steps + 1) * (2 * steps + 1) * size * size < four_times)
        ++steps;
    bool const is_tie = (2 * steps + 1) * (2 * steps + 1) * size * size == four_times;
    return is_tie ? steps + steps % 2 : steps;
}

} // namespace

TEST_CASE("exact_moments: of all small columns of up to five numbers") {
    int wrong = 0, ties = 0;
    for (std::size_t size = 1; size <= 5; ++size) {
        std::array<int, 5> x{};
        for (std::size_t i = 0; i < size; ++i)
            x[i] = -4;
        for (bool more = true; more;) {
            ctnn::number::detail::exact_moments<number> moments;
            std::int64_t sum = 0, squares = 0;
            for (std::size_t i = 0; i < size; ++i) {
                moments.add(number::from_raw(static_cast<std::int8_t>(x[i])));
                sum += x[i];
                squares += x[i] * x[i];
            }
            moments.end_of_sum(size);
            for (std::size_t i = 0; i < size; ++i)
                moments.add_square(number::from_raw(static_cast<std::int8_t>(x[i])));
            auto const count = static_cast<std::int64_t>(size);
            std::int64_t wanted = nearest_deviation(count, sum, squares);
            if (wanted == 0)
                wanted = count * squares == sum * sum ? 16 : 1;
            std::int64_t const off = 2 * (count * moments.mean().raw - sum);
            wrong += moments.deviation(size).raw != wanted ? 1 : 0;
            wrong += off > count || off < -count ? 1 : 0;
            if (off == count || off == -count) {
                wrong += moments.mean().raw % 2 != 0 ? 1 : 0;
                ++ties;
            }
            more = false;
            for (std::size_t i = 0; i < size && !more; ++i) {
                more = x[i] < 4;
                x[i] = more ? x[i] + 1 : -4;
            }
        }
    }
    CHECK(wrong == 0);
    CHECK(ties > 1000);
}
