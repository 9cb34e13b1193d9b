#include <ctnn/kernel/wide_rows.hpp>

#include <array>
#include <cstddef>

#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

// Its arithmetic is tested as that of a layer, in dense_form.cpp.

namespace {

// A matrix and biases that are loaded are stored again, from rows that lie further apart, too, and
// what is between these is left alone.
template <class Scalar, std::size_t Rows, std::size_t Columns, std::size_t Stride = Columns>
constexpr bool comes_back() {
    seeded::random_numbers draw(Rows * 100 + Columns);
    auto const matrix = draw.array<Scalar, Rows * Stride>();
    auto const biases = draw.array<Scalar, Columns>();
    ctnn::kernel::wide_rows<Scalar, Rows, Columns> wide{};
    wide.load(matrix.data(), Stride);
    wide.load_biases(biases.data());
    std::array<Scalar, Rows * Stride> to{};
    std::array<Scalar, Columns> to_biases{};
    wide.store(to.data(), Stride);
    wide.store_biases(to_biases.data());
    for (std::size_t i = 0; i < to.size(); ++i)
        if (!compare::same_bits(to[i], i % Stride < Columns ? matrix[i] : Scalar(0)))
            return false;
    return compare::same_bits(biases, to_biases);
}

template <class Scalar>
constexpr bool come_back() {
    return comes_back<Scalar, 1, 1>() && comes_back<Scalar, 5, 7>() &&
           comes_back<Scalar, 3, 11, 20>() && comes_back<Scalar, 65, 3>() &&
           comes_back<Scalar, 2, 100>() && comes_back<Scalar, 3, 67, 70>();
}
static_assert(come_back<float>());
static_assert(come_back<double>());

} // namespace
