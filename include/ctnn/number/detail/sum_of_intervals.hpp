#pragma once

#include <cstddef>
#include <cstdint>

namespace ctnn::number::detail {

// The sum of products of intervals of fixed-point numbers. Programs keep such a sum whole and round it once, so the ends
// are such sums, too: intervals that rounded each product would not hold what programs give.
template <class Interval, class Number, std::size_t Terms>
class sum_of_intervals {
    typename Number::template exact_sum<Terms> lower_, upper_;

public:
    constexpr void add(Interval const& x) {
        lower_.add(x.lower);
        upper_.add(x.upper);
    }
    constexpr void add_product(Interval const& x, Interval const& y) {
        struct product {
            Number x, y;
            std::int64_t exact;
        };
        auto const multiplied = [](Number a, Number b) {
            return product{a, b, std::int64_t{a.raw} * std::int64_t{b.raw}};
        };
        product const all[]{multiplied(x.lower, y.lower), multiplied(x.lower, y.upper),
                            multiplied(x.upper, y.lower), multiplied(x.upper, y.upper)};
        product least = all[0], most = all[0];
        for (product const& one : all) {
            least = one.exact < least.exact ? one : least;
            most = one.exact > most.exact ? one : most;
        }
        lower_.add_product(least.x, least.y);
        upper_.add_product(most.x, most.y);
    }
    constexpr Interval rounded() const { return {lower_.rounded(), upper_.rounded()}; }
};

} // namespace ctnn::number::detail
