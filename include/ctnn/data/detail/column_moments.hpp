#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <ctnn/data/detail/number_within.hpp>
#include <ctnn/kernel/mean.hpp>
#include <ctnn/math/sqrt.hpp>
#include <limits>
#include <type_traits>
#include <utility>

// The mean and the standard deviation of each input over samples. The sums carry along what their roundings lose, so that
// the error does not grow with the samples: D. E. Knuth, The Art of Computer Programming, volume 2, 4.2.2, theorem B.
// Over many samples the losses would lose too, so the sum of the numbers is three words.
// Powers of two, by which nothing is rounded, keep sums and squares in the scalar's range.

namespace ctnn::detail {

// A power of two that brings x near to 1, or as near as the format has one; its inverse is exact.
template <std::floating_point T>
constexpr T power_to_one(T x) {
    using word = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
    constexpr int digits = std::numeric_limits<T>::digits - 1;
    constexpr word bias = std::numeric_limits<T>::max_exponent - 1;
    constexpr word last = 2 * bias + 1;
    word const exponent = (std::bit_cast<word>(x) >> digits) & last;
    return exponent >= 2 * bias
               ? T(1)
               : std::bit_cast<T>(static_cast<word>((2 * bias - exponent) << digits));
}

// The double-word product's lower half, -(x y - product), where product is the rounded one. (T. J. Dekker, "A floating-point
// technique for extending the available precision", 1971.)
template <std::floating_point T, class Scalar>
constexpr Scalar excess_of_product(Scalar const& product, Scalar const& x, Scalar const& y) {
    constexpr int half = (std::numeric_limits<T>::digits + 1) / 2;
    Scalar const split = Scalar(static_cast<T>((std::uint64_t{1} << half) + 1));
    Scalar const wide_x = split * x, wide_y = split * y;
    Scalar const high_x = wide_x - (wide_x - x), high_y = wide_y - (wide_y - y);
    Scalar const low_x = x - high_x, low_y = y - high_y;
    return ((product - high_x * high_y) - high_x * low_y - low_x * high_y) - low_x * low_y;
}

// Of some columns of samples, from `first` on.
template <class Scalar, std::size_t Columns>
class column_moments {
    using number = number_within<Scalar>;
    static constexpr bool knows_its_number = !std::is_same_v<number, void>;

public:
    template <class Sample>
    constexpr column_moments(Sample const* samples, std::size_t size, std::size_t first) {
        for (std::size_t k = 0; k != Columns; ++k)
            low_[k] = high_[k] = samples[0].input.data()[first + k];
        auto const for_each_sample = [&](auto const& step) { walk(samples, size, first, step); };
        for_each_sample([this](auto rows, auto x, std::size_t k) { this->find_ends(rows, x, k); });
        for (std::size_t k = 0; k != Columns; ++k)
            choose_factor(k);
        for_each_sample([this](auto rows, auto x, std::size_t k) { this->add(rows, x, k); });
        for (std::size_t k = 0; k != Columns; ++k)
            divide(k, size);
        for_each_sample([this](auto rows, auto x, std::size_t k) { this->add_square(rows, x, k); });
        for (std::size_t k = 0; k != Columns; ++k)
            finish(k, size, samples[0].input.data()[first + k]);
    }

    Scalar mean[Columns]{};
    Scalar deviation[Columns]{};

private:
    // Calls step(indices, x, k) so that it sees each x[index][k] once, in the order of the samples. Evaluators count statements
    // and calls, so they get many samples for one expression of the step.
    template <class Sample, class Step>
    static constexpr void walk(Sample const* samples, std::size_t size, std::size_t first,
                               Step const& step) {
        std::size_t done = 0;
        auto const take = [&]<std::size_t... Row>(std::index_sequence<Row...> rows) {
            for (; size - done >= sizeof...(Row); done += sizeof...(Row)) {
                Scalar const* const x[]{(samples[done + Row].input.data() + first)...};
                for (std::size_t k = 0; k != Columns; ++k)
                    step(rows, static_cast<Scalar const* const*>(x), k);
            }
        };
        if (std::is_constant_evaluated()) {
            take(std::make_index_sequence<64>{});
            take(std::make_index_sequence<8>{});
        }
        take(std::make_index_sequence<1>{});
    }

    template <std::size_t... Row>
    constexpr void find_ends(std::index_sequence<Row...>, Scalar const* const* x, std::size_t k) {
        Scalar low = low_[k], high = high_[k], one{};
        ((one = x[Row][k], low = one < low ? one : low, high = one > high ? one : high), ...);
        low_[k] = low;
        high_[k] = high;
    }

    // A column whose sum could overflow is scaled by far more than that takes.
    constexpr void choose_factor(std::size_t k) {
        factor_[k] = inverse_[k] = static_cast<Scalar>(1.0);
        if constexpr (knows_its_number) {
            constexpr auto less = static_cast<number>(0x1p-66F);
            constexpr auto more = static_cast<number>(0x1p66F);
            constexpr number most = (std::numeric_limits<number>::max)() * less;
            if (value_within(high_[k]) > most || value_within(low_[k]) < -most) {
                factor_[k] = Scalar(less);
                inverse_[k] = Scalar(more);
                low_[k] *= factor_[k];
                high_[k] *= factor_[k];
            }
        }
    }

    // The losses move up into the sum as soon as they reach its last bit. So they stay far smaller than the sum, and
    // their own roundings, which the third word collects, smaller still.
    template <std::size_t... Row>
    constexpr void add(std::index_sequence<Row...>, Scalar const* const* x, std::size_t k) {
        Scalar const factor = factor_[k];
        Scalar sum = sum_[k], lost = lost_[k], least = least_[k];
        Scalar term{}, next{}, rest{}, more{};
        ((term = x[Row][k] * factor, next = sum + term, rest = next - sum,
          term = (sum - (next - rest)) + (term - rest), more = lost + term, rest = more - lost,
          least += (lost - (more - rest)) + (term - rest), sum = next + more,
          lost = more - (sum - next)),
         ...);
        sum_[k] = sum;
        lost_[k] = lost;
        least_[k] = least;
    }

    constexpr void divide(std::size_t k, std::size_t size) {
        Scalar const rest = lost_[k] + least_[k], sum = sum_[k] + rest;
        Scalar lost = (sum_[k] - sum) + rest;
        mean[k] = mean_of(sum, size);
        lost_[k] = sum_[k] = static_cast<Scalar>(0.0);
        scale_[k] = static_cast<Scalar>(1.0);
        if constexpr (knows_its_number) {
            // In float, count may be a rounded size.
            auto const count = static_cast<number>(size);
            auto const uncounted =
                static_cast<std::ptrdiff_t>(size - static_cast<std::size_t>(count));
            Scalar const quotient = mean[k], product = quotient * Scalar(count);
            lost += (sum - product) + excess_of_product<number>(product, quotient, Scalar(count));
            lost -= quotient * Scalar(static_cast<number>(uncounted));
            Scalar const correction = mean_of(lost, size);
            mean[k] = quotient + correction;
            lost_[k] = (quotient - mean[k]) + correction;
            auto const above = value_within(high_[k] - mean[k]);
            auto const below = value_within(mean[k] - low_[k]);
            scale_[k] = Scalar(power_to_one(above > below ? above : below));
        }
    }

    // (W. Kahan, "Further remarks on reducing truncation errors", 1965; squares have no signs that could cancel.)
    template <std::size_t... Row>
    constexpr void add_square(std::index_sequence<Row...>, Scalar const* const* x, std::size_t k) {
        Scalar const factor = factor_[k], middle = mean[k], lost = lost_[k], scale = scale_[k];
        Scalar sum = sum_[k], excess = excess_[k], term{}, next{};
        ((term = ((x[Row][k] * factor - middle) - lost) * scale, term = term * term - excess,
          next = sum + term, excess = (next - sum) - term, sum = next),
         ...);
        sum_[k] = sum;
        excess_[k] = excess;
    }

    constexpr void finish(std::size_t k, std::size_t size, Scalar const& first) {
        using math::sqrt;
        mean[k] *= inverse_[k];
        deviation[k] = static_cast<Scalar>(1.0);
        if (!(low_[k] < high_[k]) && mean[k] == mean[k]) {
            if constexpr (std::is_same_v<Scalar, number> || !knows_its_number)
                mean[k] = first;
            return;
        }
        deviation[k] = sqrt(mean_of(sum_[k], size));
        if constexpr (knows_its_number) {
            deviation[k] *= Scalar(number(1) / value_within(scale_[k]));
            deviation[k] *= inverse_[k];
            // Numbers that differ do not have deviation 0, by which nothing could be divided.
            if (value_within(deviation[k]) == 0)
                deviation[k] = Scalar(std::numeric_limits<number>::denorm_min());
        }
    }

    Scalar low_[Columns]{}, high_[Columns]{};
    Scalar factor_[Columns]{}, inverse_[Columns]{}; // powers of two
    Scalar scale_[Columns]{};                       // of differences, a power of two
    Scalar sum_[Columns]{};
    Scalar lost_[Columns]{};   // what the sum, and then the mean, is too small by
    Scalar least_[Columns]{};  // what lost_ is too small by
    Scalar excess_[Columns]{}; // what the sum of squares is too large by
};

// The same in integers, where the scalar knows how.
template <class Scalar, std::size_t Columns>
    requires requires {
        typename Scalar::exact_moments;
    }
class column_moments<Scalar, Columns> {
public:
    template <class Sample>
    constexpr column_moments(Sample const* samples, std::size_t size, std::size_t first) {
        for (std::size_t k = 0; k != Columns; ++k) {
            typename Scalar::exact_moments moments;
            for (std::size_t i = 0; i != size; ++i)
                moments.add(samples[i].input.data()[first + k]);
            moments.end_of_sum(size);
            for (std::size_t i = 0; i != size; ++i)
                moments.add_square(samples[i].input.data()[first + k]);
            mean[k] = moments.mean();
            deviation[k] = moments.deviation(size);
        }
    }

    Scalar mean[Columns]{};
    Scalar deviation[Columns]{};
};

} // namespace ctnn::detail
