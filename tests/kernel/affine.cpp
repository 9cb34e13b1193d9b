#include <ctnn/kernel/affine.hpp>

#include <array>
#include <cstddef>

#include "faces.hpp"

namespace {

struct affine {
    template <class Scalar, std::size_t Rows, std::size_t Columns>
    static constexpr auto run(seeded::random_numbers& numbers) {
        auto const x = faces::draw<Scalar, Rows>(numbers);
        auto const weights = faces::draw<Scalar, Rows * Columns>(numbers);
        auto const biases = faces::draw<Scalar, Columns>(numbers);
        std::array<Scalar, Columns> y{};
        ctnn::kernel::affine<Rows, Columns>(x.data(), weights.data(), biases.data(), y.data());
        return y;
    }
};

} // namespace

TEMPLATE_TEST_CASE("affine has the same bits in the compiler and on the machine", "[kernel]", float,
                   double) {
    faces::check_matrices<affine, TestType>();
}
