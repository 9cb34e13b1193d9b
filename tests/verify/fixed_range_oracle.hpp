#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <ctnn/activation/celu.hpp>
#include <ctnn/activation/elu.hpp>
#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/hard_sigmoid.hpp>
#include <ctnn/activation/hard_swish.hpp>
#include <ctnn/activation/hard_tanh.hpp>
#include <ctnn/activation/identity.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/log_sigmoid.hpp>
#include <ctnn/activation/log_softmax.hpp>
#include <ctnn/activation/mish.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/relu6.hpp>
#include <ctnn/activation/selu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/softplus.hpp>
#include <ctnn/activation/softsign.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/verify/activation_range.hpp>
#include <vector>

// Ranges of activations in fixed point beside what every number gives: nothing is sampled of a function
// of one number, since 16 bits have only 65,536 of them.

namespace fixed_ranges {

using ctnn::interval;
using ctnn::verify::activation_range;

struct tally {
    std::uint64_t intervals = 0, outside = 0;
    int widest = 0; // steps between an end and what is reached; of a softmax, between both ends

    void add(tally const& other) {
        intervals += other.intervals, outside += other.outside;
        widest = std::max(widest, other.widest);
    }
};

// The least and the largest of any run of values, from those of runs as long as powers of two.
class extremes {
public:
    explicit extremes(std::vector<int> const& values) {
        least_.push_back(values), most_.push_back(values);
        for (std::size_t half = 1; 2 * half <= values.size(); half *= 2) {
            std::size_t const count = values.size() - 2 * half + 1;
            auto const &low = least_.back(), &high = most_.back();
            std::vector<int> least(count), most(count);
            for (std::size_t i = 0; i < count; ++i) {
                least[i] = std::min(low[i], low[i + half]);
                most[i] = std::max(high[i], high[i + half]);
            }
            least_.push_back(std::move(least)), most_.push_back(std::move(most));
        }
    }
    std::array<int, 2> of(std::size_t first, std::size_t last) const {
        auto const level = static_cast<std::size_t>(std::bit_width(last - first + 1)) - 1;
        std::size_t const second = last + 1 - (std::size_t{1} << level);
        return {std::min(least_[level][first], least_[level][second]),
                std::max(most_[level][first], most_[level][second])};
    }

private:
    std::vector<std::vector<int>> least_{}, most_{};
};

// Every interval of one number and of two neighbours; of each other length every `stride`-th; and all from
// the first number on, and up to the last one.
template <class T, class Activation>
tally every_number(std::size_t stride) {
    constexpr std::int64_t first = T::lowest().raw;
    constexpr std::size_t count = std::size_t{1} << T::bits;
    auto const number = [](std::size_t i) {
        return T::from_raw(static_cast<typename T::storage>(first + static_cast<std::int64_t>(i)));
    };
    std::vector<int> values;
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(Activation::value(number(i)).raw);
    extremes const reached(values);
    tally found;
    auto const look = [&](std::size_t from, std::size_t to) {
        auto const y = activation_range<Activation>::of(interval<T>{number(from), number(to)});
        auto const [least, most] = reached.of(from, to);
        ++found.intervals;
        found.outside += y.lower.raw > least || y.upper.raw < most;
        found.widest = std::max({found.widest, least - y.lower.raw, y.upper.raw - most});
    };
    for (std::size_t const length : {0U, 1U})
        for (std::size_t i = 0; i + length < count; ++i)
            look(i, i + length);
    for (std::size_t length = 2; length < count; length = 3 * length + 1)
        for (std::size_t i = 0; i + length < count; i += stride)
            look(i, i + length);
    for (std::size_t i = 0; i < count; i += stride)
        look(0, i), look(i, count - 1);
    return found;
}

// Calls f<Activation>(name) for each of the activations of one number.
template <class F>
void for_each_activation(F const& f) {
    f.template operator()<ctnn::identity>("identity");
    f.template operator()<ctnn::relu>("relu");
    f.template operator()<ctnn::leaky_relu>("leaky_relu");
    f.template operator()<ctnn::basic_leaky_relu<-0.5>>("leaky_relu, -0.5");
    f.template operator()<ctnn::elu>("elu");
    f.template operator()<ctnn::basic_elu<-0.5>>("elu, -0.5");
    f.template operator()<ctnn::sigmoid>("sigmoid");
    f.template operator()<ctnn::tanh>("tanh");
    f.template operator()<ctnn::softplus>("softplus");
    f.template operator()<ctnn::silu>("silu");
    f.template operator()<ctnn::gelu>("gelu");
    f.template operator()<ctnn::hard_sigmoid>("hard_sigmoid");
    f.template operator()<ctnn::hard_tanh>("hard_tanh");
    f.template operator()<ctnn::relu6>("relu6");
    f.template operator()<ctnn::selu>("selu");
    f.template operator()<ctnn::mish>("mish");
    f.template operator()<ctnn::hard_swish>("hard_swish");
    f.template operator()<ctnn::softsign>("softsign");
    f.template operator()<ctnn::celu>("celu");
    f.template operator()<ctnn::basic_celu<0.5>>("celu, 0.5");
    f.template operator()<ctnn::log_sigmoid>("log_sigmoid");
}

// Softmax, or log_softmax, of Size numbers: drawn boxes, of one point each third time, and in each box its corners at which one
// probability is largest or least, and points.
template <class T, std::size_t Size, class Activation = ctnn::softmax, class Draw>
tally drawn_softmax(Draw& from, int boxes) {
    constexpr std::int64_t half = T::largest().raw / 2;
    tally found;
    for (int box = 0; box < boxes; ++box) {
        std::array<interval<T>, Size> x{};
        // (now and then so far apart that a difference saturates)
        std::int64_t const reach = box % 8 == 7 ? 2 * half + 1 : half >> (box % 5);
        for (auto& v : x) {
            std::int64_t const a = from(-reach, reach);
            std::int64_t const b = box % 3 == 0 ? a : std::min(a + from(0, reach), 2 * half + 1);
            v = {T::from_raw(static_cast<typename T::storage>(a)),
                 T::from_raw(static_cast<typename T::storage>(b))};
        }
        auto const y = activation_range<Activation>::of(x);
        ++found.intervals;
        for (std::size_t point = 0; point < 2 * Size + 8; ++point) {
            std::array<T, Size> p{};
            for (std::size_t j = 0; j < Size; ++j)
                p[j] = point < Size       ? (point == j ? x[j].upper : x[j].lower)
                       : point < 2 * Size ? (point - Size == j ? x[j].lower : x[j].upper)
                                          : T::from_raw(static_cast<typename T::storage>(
                                                from(x[j].lower.raw, x[j].upper.raw)));
            auto const q = Activation::forward(p);
            for (std::size_t j = 0; j < Size; ++j)
                found.outside += !y[j].contains(q[j]);
            // (of one point, where nothing saturates and no end is cut off)
            if (box % 3 == 0 && box % 8 != 7)
                for (auto const& end : y)
                    if (end.lower > T::lowest() && end.lower != T(0) && end.upper != T(0) &&
                        end.upper < T(1))
                        found.widest =
                            std::max(found.widest, static_cast<int>(end.upper.raw - end.lower.raw));
        }
    }
    return found;
}

} // namespace fixed_ranges
