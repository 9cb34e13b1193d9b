#include "catch.hpp"
#include <bit>
#include <cstddef>
#include <cstdint>
#include <ctnn/kernel/tanh.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/math/tanh.hpp>
#include <limits>

namespace {

namespace kernel = ctnn::kernel;

template <class Scalar, class Word>
bool same(Scalar x) {
    Scalar const expected = ctnn::math::tanh(x);
    kernel::vector<Scalar, kernel::narrowest<Scalar>> v{};
    v[1] = x;
    Scalar const y = kernel::tanh(v)[1];
    return x != x ? y != y : std::bit_cast<Word>(y) == std::bit_cast<Word>(expected);
}

// Of every size, with every sign, and close together where the branches of math::tanh meet.
template <class Scalar, class Word>
std::size_t differing() {
    std::size_t count = 0;
    if constexpr (kernel::vectorizable<Scalar>) {
        using limits = std::numeric_limits<Scalar>;
        auto const check = [&count](Scalar x) {
            count += same<Scalar, Word>(x) && same<Scalar, Word>(-x) ? 0U : 1U;
        };
        for (Scalar x = 0; x < limits::max() / 2; x *= Scalar(1.007))
            check(x += limits::denorm_min());
        for (Scalar joint : {Scalar(0.56), Scalar(sizeof(Scalar) == 4 ? 9.011 : 19.0616)})
            for (int k = -1000; k <= 1000; ++k)
                check(joint * (1 + Scalar(k) * limits::epsilon()));
        for (Scalar x : {Scalar(0), limits::max(), limits::infinity(), limits::quiet_NaN()})
            check(x);
    }
    return count;
}

} // namespace

TEST_CASE("tanh in vectors has the bits of math::tanh") {
    CHECK(differing<float, std::uint32_t>() == 0);
    CHECK(differing<double, std::uint64_t>() == 0);
}
