#include "catch.hpp"
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <ctnn/kernel/tanh.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/math/tanh.hpp>
#include <limits>

namespace {

namespace kernel = ctnn::kernel;

// Whether all lanes have the bits of math::tanh, at x and at -x. The other lanes hold numbers from
// other parts of the range.
template <class Scalar, class Word>
bool same_at(Scalar x) {
    constexpr std::size_t lanes = kernel::narrowest<Scalar>;
    kernel::vector<Scalar, lanes> v{};
    for (std::size_t k = 0; k < lanes; ++k)
        v[k] = (k % 2 == 0 ? x : -x) * (k < 2 ? Scalar(1) : Scalar(7));
    auto const y = kernel::tanh_lanes(Scalar{}, v);
    for (std::size_t k = 0; k < lanes; ++k) {
        Scalar const expected = ctnn::math::tanh(v[k]), actual = y[k];
        bool const both_nan = expected != expected && actual != actual;
        if (!both_nan && std::bit_cast<Word>(expected) != std::bit_cast<Word>(actual))
            return false;
    }
    return true;
}

template <class Scalar, class Word>
std::size_t differing(Word stride) {
    std::size_t count = 0;
    if constexpr (kernel::vectorizable<Scalar>) {
        using limits = std::numeric_limits<Scalar>;
        // All magnitudes, NaNs among them, and all of the range in which the formulas take turns.
        for (Word bits = 0; bits < std::numeric_limits<Word>::max() / 2 - stride; bits += stride)
            count += !same_at<Scalar, Word>(std::bit_cast<Scalar>(bits));
        for (Scalar x = 0; x < Scalar(24); x += Scalar(0.00037))
            count += !same_at<Scalar, Word>(x);
        for (Scalar const edge : {Scalar(0.56), Scalar(0.914), Scalar(9.011), Scalar(9.5),
                                  Scalar(19.0616), Scalar(19.5), limits::min(), limits::infinity()})
            for (Word near = 0; near < 20; ++near)
                count += !same_at<Scalar, Word>(std::bit_cast<Scalar>(
                    static_cast<Word>(std::bit_cast<Word>(edge) - 10 + near)));
    }
    return count;
}

} // namespace

TEST_CASE("tanh in vectors has the bits of math::tanh") {
    CHECK(differing<float, std::uint32_t>(10007) == 0);
    CHECK(differing<double, std::uint64_t>(0x400000000d3f) == 0);
}
