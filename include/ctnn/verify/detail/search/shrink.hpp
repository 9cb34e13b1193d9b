#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/next_above.hpp>
#include <ctnn/number/next_below.hpp>
#include <ctnn/verify/box.hpp>
#include <limits>

// The part of a box outside which a condition is proven, though it is not proven for the whole box.
//
// Let a constraint's function be at least L(x) = sum a[i] x[i] + d over the box, L being at least b <= 0 there. L has its
// least value where each input is at the end that the sign of a[i] tells; an input that is t away from that
// end adds |a[i]| t, and no other input takes anything off. So L(x) > m where an input is more than (m - b) / |a[i]|
// away from its end: with m > 0, that part is proven, by m. What is left is where every input is nearer than that.
//
// - The coefficients a[i] are doubles, and L with them is below the function: all that was rounded on the
//   way is in d (rounding_errors.hpp). b is a number below the least value of L. So nothing is lost before here.
// - The quotient is rounded three times, each time by less than half an epsilon of it or, below the normal
//   numbers, by less than the smallest of them: 4 epsilons of the quotient and that number are added.
// - The sum of an end and this distance is rounded to nearest: the next double is beyond it. The scalar next
//   to that, away from the end, is where the box is cut: the cut is outside of what is proven.
//
// What is proven of a part is proven by m. With m = 0 a margin would tell nothing, so m is a sixteenth of -b.
//
// A row of constraints has a counterexample only where all of its constraints have one: what is left by one
// is left by all, and nothing at all if a side has its ends in the wrong order. Of several open rows the counterexamples lie in
// the smallest box that holds what each leaves.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// m, by which a part is proven, as a share of what is missing in the whole box.
inline constexpr double margin_of_parts = 0x1p-4;

// No less than `distance` / |slope|; infinite or no number where nothing can be said.
constexpr double no_less_than_quotient(double distance, double slope) {
    double const size = slope < 0 ? -slope : slope;
    if (!(size > 0))
        return std::numeric_limits<double>::infinity();
    // (no overflow: that is no constant)
    if (!(distance < 1e100) || size < 1e-100 || size > 1e100)
        return std::numeric_limits<double>::infinity();
    return distance / size * (1 + 4 * std::numeric_limits<double>::epsilon()) +
           (std::numeric_limits<double>::min)();
}

// What one row leaves of a box.
template <class T, std::size_t Inputs>
struct shrunk_box {
    box<T, Inputs> in{};
    // By how much the row is proven where it leaves nothing; infinite if it leaves all.
    double margin = std::numeric_limits<double>::infinity();

    // Leaves what a function leaves that is at least `bound` over `whole`, with the coefficients slopes[i * stride].
    constexpr void leave(box<T, Inputs> const& whole, double bound, double const* slopes,
                         std::size_t stride) {
        if (!(bound < 0))
            return;
        double const by = -bound * margin_of_parts;
        for (std::size_t i = 0; i < Inputs; ++i) {
            double const slope = slopes[i * stride];
            double const reach = no_less_than_quotient(by - bound, slope);
            double const low = static_cast<double>(whole.lower[i]);
            double const high = static_cast<double>(whole.upper[i]);
            if (!(by > 0 && reach < high - low))
                continue;
            if (slope > 0) {
                double const end = number::next_above(low + reach);
                if (end < high)
                    cut_above(i, end, by);
            } else {
                double const end = number::next_below(high - reach);
                if (end > low)
                    cut_below(i, end, by);
            }
        }
    }

    constexpr bool is_empty() const {
        bool empty = false;
        for (std::size_t i = 0; i < Inputs; ++i)
            empty = empty || in.lower[i] > in.upper[i];
        return empty;
    }

    // Leaves what another row leaves as well.
    constexpr void add(shrunk_box const& other) {
        margin = other.margin < margin ? other.margin : margin;
        for (std::size_t i = 0; i < Inputs; ++i) {
            in.lower[i] = other.in.lower[i] < in.lower[i] ? other.in.lower[i] : in.lower[i];
            in.upper[i] = other.in.upper[i] > in.upper[i] ? other.in.upper[i] : in.upper[i];
        }
    }

private:
    // (the ends of the whole box are scalars beyond `end`, so that it can be rounded to one)
    constexpr void cut_above(std::size_t i, double end, double by) {
        T const rounded = static_cast<T>(end);
        T const cut = static_cast<double>(rounded) < end ? number::next_above(rounded) : rounded;
        if (cut < in.upper[i]) {
            in.upper[i] = cut;
            margin = by < margin ? by : margin;
        }
    }
    constexpr void cut_below(std::size_t i, double end, double by) {
        T const rounded = static_cast<T>(end);
        T const cut = static_cast<double>(rounded) > end ? number::next_below(rounded) : rounded;
        if (cut > in.lower[i]) {
            in.lower[i] = cut;
            margin = by < margin ? by : margin;
        }
    }
};

// How many halves were taken off a box, one after the other, to leave this part of it.
template <class T, std::size_t Inputs>
constexpr unsigned halves_taken_off(box<T, Inputs> const& whole, box<T, Inputs> const& part) {
    constexpr unsigned most = 16;
    double share = 1;
    for (std::size_t i = 0; i < Inputs; ++i) {
        double const width =
            0.5 * static_cast<double>(whole.upper[i]) - 0.5 * static_cast<double>(whole.lower[i]);
        double const left =
            0.5 * static_cast<double>(part.upper[i]) - 0.5 * static_cast<double>(part.lower[i]);
        if (width > left)
            share *= left / width;
    }
    unsigned count = 0;
    for (; count < most && share <= 0.5; ++count)
        share *= 2;
    return count;
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
