#include <ctnn/kernel/subtract_outer_affine.hpp>

#include <array>
#include <cstddef>
#include <type_traits>

#include "faces.hpp"

namespace {

// Both kernels in a constant, the one for both on the machine.
struct subtract_outer_affine {
    template <class Scalar, std::size_t Rows, std::size_t Columns>
    static constexpr auto run(seeded::random_numbers& numbers) {
        using namespace ctnn::kernel;
        auto const before = faces::draw<Scalar, Rows>(numbers);
        auto const d = faces::draw<Scalar, Columns>(numbers);
        auto const x = faces::draw<Scalar, Rows>(numbers);
        auto const biases = faces::draw<Scalar, Columns>(numbers);
        auto weights = faces::draw<Scalar, Rows * Columns>(numbers);
        std::array<Scalar, Columns> y{};
        bool done = false;
        if constexpr (vectorizable<Scalar>)
            if (!std::is_constant_evaluated()) {
                ctnn::kernel::subtract_outer_affine<Rows, Columns>(
                    Scalar(0.3), before.data(), d.data(), x.data(), weights.data(), biases.data(),
                    y.data());
                done = true;
            }
        if (!done) {
            subtract_outer<Rows, Columns>(Scalar(0.3), before.data(), d.data(), weights.data());
            affine<Rows, Columns>(x.data(), weights.data(), biases.data(), y.data());
        }
        std::array<Scalar, (Rows + 1) * Columns> all{};
        for (std::size_t i = 0; i < weights.size(); ++i)
            all[i] = weights[i];
        for (std::size_t j = 0; j < Columns; ++j)
            all[weights.size() + j] = y[j];
        return all;
    }
};

} // namespace

TEMPLATE_TEST_CASE("subtract_outer_affine has the bits of subtract_outer and affine", "[kernel]",
                   float, double) {
    faces::check_matrices<subtract_outer_affine, TestType>();
    faces::check<subtract_outer_affine, TestType, 6, 48>();
    faces::check<subtract_outer_affine, TestType, 11, 48>();
    faces::check<subtract_outer_affine, TestType, 3, 128>();
}
