#include "catch.hpp"
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <ctnn/kernel/exp.hpp>
#include <ctnn/kernel/softmax.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/math/exp.hpp>
#include <limits>

namespace {

namespace kernel = ctnn::kernel;

// In all lanes the bits of math::exp, from 0 down to exp_least, and 0 below.
template <class Scalar, class Word>
std::size_t differing(Scalar step) {
    std::size_t count = 0;
    if constexpr (kernel::vectorizable<Scalar>) {
        constexpr std::size_t lanes = kernel::narrowest<Scalar>;
        Scalar const least = kernel::exp_least<Scalar>;
        for (Scalar x = 0; x > 2 * least; x -= step) {
            kernel::vector<Scalar, lanes> v{};
            for (std::size_t k = 0; k < lanes; ++k)
                v[k] = x * (1 + Scalar(k) / 8);
            auto const e = kernel::exp_not_positive(Scalar{}, v);
            for (std::size_t k = 0; k < lanes; ++k) {
                Scalar const expected = v[k] < least ? Scalar(0) : ctnn::math::exp(v[k]);
                count += std::bit_cast<Word>(Scalar(e[k])) != std::bit_cast<Word>(expected);
            }
        }
    }
    return count;
}

// Beside 1 the sums are those with math::exp, for every number and up to infinity.
template <class Scalar, class Word>
std::size_t differing_sums(Scalar step) {
    std::size_t count = 0;
    if constexpr (kernel::vectorizable<Scalar>) {
        Scalar const most = kernel::exp_most<Scalar>, large = most * 1000;
        Scalar const infinity = std::numeric_limits<Scalar>::infinity();
        Scalar const after = most * (1 + std::numeric_limits<Scalar>::epsilon());
        auto const same = [](Scalar x) {
            kernel::vector<Scalar, kernel::narrowest<Scalar>> v{};
            v[1] = x;
            Scalar const expected = 1 + ctnn::math::exp(x);
            Scalar const sum = 1 + kernel::exp_beside_one(Scalar{}, v)[1];
            return std::bit_cast<Word>(sum) == std::bit_cast<Word>(expected);
        };
        for (Scalar x = -2 * most; x < 2 * most; x += step)
            count += !same(x);
        for (Scalar x : {Scalar(0), most, after, large, -large, infinity, -infinity})
            count += !same(x);
        kernel::vector<Scalar, kernel::narrowest<Scalar>> const nan =
            kernel::vector<Scalar, kernel::narrowest<Scalar>>{} + infinity - infinity;
        count +=
            kernel::exp_beside_one(Scalar{}, nan)[0] == kernel::exp_beside_one(Scalar{}, nan)[0];
    }
    return count;
}

template <class Scalar, std::size_t Size>
constexpr std::array<Scalar, Size> softmax_of(std::array<Scalar, Size> const& x) {
    std::array<Scalar, Size> y{};
    kernel::softmax<Size>(x.data(), y.data());
    return y;
}

// Numbers is a lambda, for whose value clang 14 has no template parameter.
template <class Numbers>
bool same_in_the_compiler(Numbers numbers) {
    constexpr auto expected = softmax_of(Numbers{}());
    auto given = numbers();
    for (auto& number : given) {
        auto const volatile copy = number;
        number = copy;
    }
    return softmax_of(given) == expected;
}

} // namespace

TEST_CASE("exp in vectors has the bits of math::exp") {
    CHECK(differing<float, std::uint32_t>(0.00037F) == 0);
    CHECK(differing<double, std::uint64_t>(0.0037) == 0);
}

TEST_CASE("exp in vectors, beside 1, gives the sums that math::exp gives") {
    CHECK(differing_sums<float, std::uint32_t>(0.00237F) == 0);
    CHECK(differing_sums<double, std::uint64_t>(0.0237) == 0);
}

TEST_CASE("softmax of few numbers has the same bits in the compiler and on the machine") {
    CHECK(same_in_the_compiler([] { return std::array{0.3F, -1.7F}; }));
    CHECK(same_in_the_compiler([] { return std::array{-3.1F, 2.2F}; }));
    CHECK(same_in_the_compiler([] { return std::array{-90.0F, 2.2F}; }));
    CHECK(same_in_the_compiler([] { return std::array{0.3F, -1.7F, 0.9F}; }));
    CHECK(same_in_the_compiler([] { return std::array{0.3, -1.7}; }));
    CHECK(same_in_the_compiler([] { return std::array{-3.1, 2.2}; }));
    CHECK(same_in_the_compiler([] { return std::array{0.3, -1.7, 0.9}; }));
}
