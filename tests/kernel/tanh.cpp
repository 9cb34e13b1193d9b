#include <ctnn/kernel/tanh.hpp>
#include <ctnn/math/tanh.hpp>

#include <bit>
#include <cstdint>
#include <limits>

#include "../catch.hpp"

namespace {

namespace kernel = ctnn::kernel;

// Numbers of all kinds, by their bits, `step` apart: both signs, subnormals, infinities, NaNs.
template <class Scalar, class Word>
std::size_t differing(Word step) {
    std::size_t count = 0;
    if constexpr (kernel::vectorizable<Scalar>) {
        constexpr std::size_t lanes = kernel::narrowest<Scalar>;
        Word bits = 0, before = 0;
        do {
            kernel::vector<Scalar, lanes> v{};
            for (std::size_t k = 0; k < lanes; ++k)
                v[k] = std::bit_cast<Scalar>(static_cast<Word>(bits + k * 0x100));
            auto const values = kernel::tanh(v);
            for (std::size_t k = 0; k < lanes; ++k)
                count += std::bit_cast<Word>(Scalar(values[k])) !=
                         std::bit_cast<Word>(ctnn::math::tanh(Scalar(v[k])));
            before = bits;
            bits += step;
        } while (bits > before);
    }
    return count;
}

// The range in which tanh changes, and where its formulas meet.
template <class Scalar, class Word>
std::size_t differing_between(Scalar first, Scalar last, Scalar step) {
    std::size_t count = 0;
    if constexpr (kernel::vectorizable<Scalar>) {
        constexpr std::size_t lanes = kernel::narrowest<Scalar>;
        for (Scalar x = first; x < last; x += step) {
            kernel::vector<Scalar, lanes> v{};
            for (std::size_t k = 0; k < lanes; ++k)
                v[k] = k % 2 == 0 ? x : -x;
            auto const values = kernel::tanh(v);
            for (std::size_t k = 0; k < lanes; ++k)
                count += std::bit_cast<Word>(Scalar(values[k])) !=
                         std::bit_cast<Word>(ctnn::math::tanh(Scalar(v[k])));
        }
    }
    return count;
}

} // namespace

TEST_CASE("tanh in vectors has the bits of math::tanh", "[kernel]") {
    CHECK(differing<float, std::uint32_t>(99991) == 0);
    CHECK(differing<double, std::uint64_t>(0x0001f3d5a7b9c1d1) == 0);
    CHECK(differing_between<float, std::uint32_t>(0, 10, 0.0007F) == 0);
    CHECK(differing_between<double, std::uint64_t>(0, 20, 0.0013) == 0);
}
