// The sums of fixed point on a board: products and layers of every small shape, at the ends of the format
// and anywhere, against integers that are added one by one; and, by a digest, against the host.

#include "console.hpp"
#include "number.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>
#include <limits>

namespace {

std::uint32_t digest = 0;
std::uint32_t wrong = 0;

class generator {
public:
    std::uint32_t next() {
        state_ = state_ * 1664525 + 1013904223;
        return state_ >> 8;
    }

private:
    std::uint32_t state_ = 1;
};
generator random;

// Ends of the range, small numbers and any.
template <class Fixed>
Fixed number() {
    using limits = std::numeric_limits<typename Fixed::storage>;
    std::uint32_t const kind = random.next() % 8;
    if (kind < 3)
        return Fixed::from_raw(kind == 0 ? limits::max() : limits::min());
    auto const any = static_cast<typename Fixed::storage>(random.next());
    return Fixed::from_raw(static_cast<typename Fixed::storage>(kind < 6 ? any : any / 256));
}

template <class Fixed, std::size_t Size>
std::array<Fixed, Size> numbers() {
    std::array<Fixed, Size> all;
    for (Fixed& one : all)
        one = number<Fixed>();
    return all;
}

// sum / 2^FractionBits to the nearest number, and to the even one of two, by a division.
template <class Fixed>
std::int32_t rounded(std::int64_t sum) {
    using limits = std::numeric_limits<typename Fixed::storage>;
    std::int64_t const unit = std::int64_t{1} << Fixed::fraction_bits;
    std::int64_t quotient = sum / unit, rest = sum % unit;
    if (rest < 0) {
        quotient -= 1;
        rest += unit;
    }
    if (2 * rest > unit || (2 * rest == unit && quotient % 2 != 0))
        quotient += 1;
    return static_cast<std::int32_t>(quotient < limits::min()   ? limits::min()
                                     : quotient > limits::max() ? limits::max()
                                                                : quotient);
}

template <class Fixed>
void expect(Fixed found, std::int64_t sum) {
    digest = digest * 31 + static_cast<std::uint32_t>(found.raw);
    wrong += found.raw != rounded<Fixed>(sum);
}

template <class Fixed, std::size_t Inputs, std::size_t Outputs>
void check_layer() {
    for (int round = 0; round < 20; ++round) {
        auto const x = numbers<Fixed, Inputs>();
        auto const d = numbers<Fixed, Outputs>();
        auto const biases = numbers<Fixed, Outputs>();
        auto weights = numbers<Fixed, Inputs * Outputs>();

        std::array<Fixed, Outputs> y;
        ctnn::kernel::affine<Inputs, Outputs>(x.data(), weights.data(), biases.data(), y.data());
        for (std::size_t j = 0; j < Outputs; ++j) {
            std::int64_t sum = std::int64_t{biases[j].raw} << Fixed::fraction_bits;
            for (std::size_t i = 0; i < Inputs; ++i)
                sum += std::int64_t{x[i].raw} * weights[i * Outputs + j].raw;
            expect(y[j], sum);
        }

        std::array<Fixed, Inputs> dx;
        ctnn::kernel::dot_rows<Inputs, Outputs>(weights.data(), d.data(), dx.data());
        for (std::size_t i = 0; i < Inputs; ++i) {
            std::int64_t sum = 0;
            for (std::size_t j = 0; j < Outputs; ++j)
                sum += std::int64_t{d[j].raw} * weights[i * Outputs + j].raw;
            expect(dx[i], sum);
        }

        auto const before = weights;
        Fixed const rate = number<Fixed>();
        ctnn::kernel::subtract_outer<Inputs, Outputs>(rate, x.data(), d.data(), weights.data());
        for (std::size_t i = 0; i < Inputs; ++i)
            for (std::size_t j = 0; j < Outputs; ++j) {
                std::int64_t const product = rounded<Fixed>(std::int64_t{x[i].raw} * d[j].raw);
                std::int64_t const change = rounded<Fixed>(rate.raw * product);
                expect(weights[i * Outputs + j], (before[i * Outputs + j].raw - change)
                                                     << Fixed::fraction_bits);
            }
    }
}

template <class Fixed, std::size_t Inputs>
void check_layers() {
    check_layer<Fixed, Inputs, 1>();
    check_layer<Fixed, Inputs, 2>();
    check_layer<Fixed, Inputs, 3>();
    check_layer<Fixed, Inputs, 8>();
}

// Sums beside 2^31 and -2^31, whose rounding must not go beyond 32 bits.
template <class Fixed>
void check_ends() {
    using limits = std::numeric_limits<typename Fixed::storage>;
    auto const raw = [](int value) {
        return Fixed::from_raw(static_cast<typename Fixed::storage>(value));
    };
    std::array const biases{raw(0)};
    for (int sign : {-1, 1})
        for (int last = 340; last < 380; ++last) {
            std::array const x{raw(limits::max()), raw(limits::max()), raw(last)};
            std::array const weights{raw(sign * limits::max()), raw(sign * limits::max()),
                                     raw(sign * last)};
            std::array<Fixed, 1> y;
            ctnn::kernel::affine<3, 1>(x.data(), weights.data(), biases.data(), y.data());
            std::int64_t const most = limits::max();
            expect(y[0], sign * (2 * most * most + last * last));
        }
}

template <class Fixed>
void check(char const* name) {
    for (int round = 0; round < 10000; ++round) {
        Fixed const x = number<Fixed>(), y = number<Fixed>();
        expect(x * y, std::int64_t{x.raw} * y.raw);
    }
    check_layer<Fixed, 7, 4>();
    print(name);
    print(wrong == 0 ? " right " : " WRONG ");
    print_number(digest, 16);
    print("\n");
}

} // namespace

int main() {
    using sixteen = ctnn::fixed_point<3, 12>;
    check_layers<sixteen, 1>();
    check_layers<sixteen, 2>();
    check_layers<sixteen, 3>();
    check_layers<sixteen, 4>();
    check_layers<sixteen, 9>();
    check_ends<sixteen>();
    check<sixteen>("3, 12");
    check<ctnn::fixed_point<1, 14>>("1, 14");
    check<ctnn::fixed_point<14, 1>>("14, 1");
    check<ctnn::fixed_point<3, 4>>("3, 4");
    return wrong == 0 ? 0 : 1;
}
