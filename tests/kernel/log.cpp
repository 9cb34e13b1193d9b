#include <ctnn/kernel/log.hpp>
#include <ctnn/math/log.hpp>

#include <bit>
#include <cstdint>
#include <limits>

#include "../catch.hpp"
#include "../support/compare.hpp"

namespace {

namespace kernel = ctnn::kernel;

// Numbers of all binades, by their bits, `step` apart.
template <class Scalar, class Word>
std::size_t differing(Word step) {
    std::size_t count = 0;
    if constexpr (kernel::vectorizable<Scalar>) {
        using limits = std::numeric_limits<Scalar>;
        constexpr std::size_t lanes = kernel::narrowest<Scalar>;
        auto const last = std::bit_cast<Word>(limits::max());
        for (auto bits = std::bit_cast<Word>(limits::min()); bits <= last; bits += step) {
            kernel::vector<Scalar, lanes> v{};
            for (std::size_t k = 0; k < lanes; ++k)
                v[k] = std::bit_cast<Scalar>(bits) / Scalar(k + 1);
            if (v[lanes - 1] < limits::min())
                continue;
            auto const logs = kernel::log_positive(v);
            for (std::size_t k = 0; k < lanes; ++k)
                count += std::bit_cast<Word>(Scalar(logs[k])) !=
                         std::bit_cast<Word>(ctnn::math::log(Scalar(v[k])));
        }
        kernel::vector<Scalar, lanes> v{};
        for (std::size_t k = 0; k < lanes; ++k)
            v[k] = k == 0 ? compare::not_a_number<Scalar> : Scalar(1);
        auto const logs = kernel::log_positive(v);
        count += logs[0] == logs[0] || logs[1] != 0;
    }
    return count;
}

} // namespace

TEST_CASE("log in vectors has the bits of math::log", "[kernel]") {
    CHECK(differing<float, std::uint32_t>(9973) == 0);
    CHECK(differing<double, std::uint64_t>(0x00001f3d5a7b9c1d) == 0);
}
