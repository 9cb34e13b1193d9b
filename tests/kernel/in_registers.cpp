#include <ctnn/kernel/in_registers.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <ctnn/kernel/add_outer.hpp>
#include <ctnn/kernel/affine.hpp>
#include <ctnn/kernel/dot_rows.hpp>
#include <ctnn/kernel/softmax.hpp>
#include <ctnn/kernel/subtract_outer.hpp>
#include <ctnn/kernel/tanh.hpp>
#include <ctnn/math/tanh.hpp>
#include <type_traits>

#include "faces.hpp"

// What a machine without vectors does is tried on those that have them as well: the bits are those of
// the compiler's face. tests/embedded tries it where it belongs.

namespace {

namespace kernel = ctnn::kernel;

struct affine {
    template <class Scalar, std::size_t Rows, std::size_t Columns>
    static constexpr auto run(seeded::random_numbers& numbers) {
        auto const x = faces::draw<Scalar, Rows>(numbers);
        auto const weights = faces::draw<Scalar, Rows * Columns>(numbers);
        auto const biases = faces::draw<Scalar, Columns>(numbers);
        std::array<Scalar, Columns> y{};
        if (std::is_constant_evaluated())
            kernel::affine<Rows, Columns>(x.data(), weights.data(), biases.data(), y.data());
        else
            kernel::affine_in_registers<kernel::detail::chains<Rows, Columns>, Rows, Columns>(
                x.data(), weights.data(), biases.data(), y.data());
        return y;
    }
};

struct dot_rows {
    template <class Scalar, std::size_t Rows, std::size_t Columns>
    static constexpr auto run(seeded::random_numbers& numbers) {
        auto const m = faces::draw<Scalar, Rows * Columns>(numbers);
        auto const d = faces::draw<Scalar, Columns>(numbers);
        std::array<Scalar, Rows> y{};
        if (std::is_constant_evaluated())
            kernel::dot_rows<Rows, Columns>(m.data(), d.data(), y.data());
        else
            kernel::dot_rows_in_registers<Columns>(m.data(), d.data(), y.data(), Rows);
        return y;
    }
};

template <bool Subtracts>
struct outer {
    template <class Scalar, std::size_t Rows, std::size_t Columns>
    static constexpr auto run(seeded::random_numbers& numbers) {
        auto const x = faces::draw<Scalar, Rows>(numbers);
        auto const d = faces::draw<Scalar, Columns>(numbers);
        auto m = faces::draw<Scalar, Rows * Columns>(numbers);
        constexpr auto rate = Scalar(0.3);
        if (!std::is_constant_evaluated())
            kernel::outer_in_registers<Rows, Columns, Subtracts>(rate, x.data(), d.data(),
                                                                 m.data());
        else if (Subtracts)
            kernel::subtract_outer<Rows, Columns>(rate, x.data(), d.data(), m.data());
        else
            kernel::add_outer<Rows, Columns>(x.data(), d.data(), m.data());
        return m;
    }
};

struct softmax {
    template <class Scalar, std::size_t Size>
    static constexpr auto run(seeded::random_numbers& numbers) {
        auto x = faces::draw<Scalar, Size>(numbers);
        x[0] *= Scalar(60); // so that some of the others are far below it
        std::array<Scalar, Size> y{};
        if (std::is_constant_evaluated())
            kernel::softmax<Size>(x.data(), y.data());
        else
            kernel::detail::softmax_in_registers<Size>(x.data(), y.data());
        return y;
    }
};

template <class Kernel, class Scalar>
void check_matrices() {
    faces::check<Kernel, Scalar, 1, 1>();
    faces::check<Kernel, Scalar, 3, 2>();
    faces::check<Kernel, Scalar, 4, 16>();
    faces::check<Kernel, Scalar, 9, 17>();
    faces::check<Kernel, Scalar, 23, 3>();
    faces::check<Kernel, Scalar, 2, 130>();
}

template <class Word, class Scalar>
std::size_t other_tanh(Word stride) {
    std::size_t count = 0;
    for (Word bits = 0; bits < static_cast<Word>(-1) - stride; bits += stride) {
        auto const x = std::bit_cast<Scalar>(bits);
        Scalar const y = kernel::tanh_lanes(Scalar{}, x), expected = ctnn::math::tanh(x);
        bool const both_nan = y != y && expected != expected;
        count += !both_nan && std::bit_cast<Word>(y) != std::bit_cast<Word>(expected);
    }
    return count;
}

} // namespace

TEMPLATE_TEST_CASE("affine in registers has the compiler's bits", "[kernel]", float, double) {
    check_matrices<affine, TestType>();
}

TEMPLATE_TEST_CASE("dot_rows in registers has the compiler's bits", "[kernel]", float, double) {
    check_matrices<dot_rows, TestType>();
}

TEMPLATE_TEST_CASE("add_outer in registers has the compiler's bits", "[kernel]", float, double) {
    check_matrices<outer<false>, TestType>();
}

TEMPLATE_TEST_CASE("subtract_outer in registers has the compiler's bits", "[kernel]", float,
                   double) {
    check_matrices<outer<true>, TestType>();
}

TEMPLATE_TEST_CASE("softmax without a branch has the compiler's bits", "[kernel]", float, double) {
    faces::check<softmax, TestType, 2>();
    faces::check<softmax, TestType, 3>();
    faces::check<softmax, TestType, 10>();
}

TEST_CASE("tanh without a branch has the bits of math::tanh", "[kernel]") {
    CHECK(other_tanh<std::uint32_t, float>(10007) == 0);
    CHECK(other_tanh<std::uint64_t, double>(0x400000000d3f) == 0);
}
