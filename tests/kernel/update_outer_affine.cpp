#include <ctnn/kernel/update_outer_affine.hpp>

#include <array>
#include <cstddef>
#include <type_traits>

#include "faces.hpp"
#include "rules.hpp"

namespace {

// Both kernels in a constant, the one for both on the machine.
template <class Rule>
struct update_outer_affine {
    template <class Scalar, std::size_t Rows, std::size_t Columns>
    static constexpr auto run(seeded::random_numbers& numbers) {
        using namespace ctnn::kernel;
        auto const before = faces::draw<Scalar, Rows>(numbers);
        auto const d = faces::draw<Scalar, Columns>(numbers);
        auto const x = faces::draw<Scalar, Rows>(numbers);
        auto const biases = faces::draw<Scalar, Columns>(numbers);
        auto weights = faces::draw<Scalar, Rows * Columns>(numbers);
        auto last = faces::draw<Scalar, Rows * Columns>(numbers);
        auto sum = faces::draw<Scalar, Rows * Columns>(numbers);
        std::array<Scalar, Columns> y{};
        auto const step = [&](auto const& rule, auto*... memory) {
            if constexpr (vectorizable<Scalar>)
                if (!std::is_constant_evaluated())
                    return ctnn::kernel::update_outer_affine<Rows, Columns>(
                        rule, before.data(), d.data(), x.data(), biases.data(), y.data(),
                        weights.data(), memory...);
            update_outer<Rows, Columns>(rule, before.data(), d.data(), weights.data(), memory...);
            affine<Rows, Columns>(x.data(), weights.data(), biases.data(), y.data());
        };
        if constexpr (std::is_void_v<Rule>)
            step(descent<Scalar>{Scalar(0.3)});
        else
            step(Rule{}, last.data(), sum.data());
        return rules::joined(weights, y, last, sum);
    }
};

template <class Kernel, class Scalar>
void check() {
    faces::check_matrices<Kernel, Scalar>();
    faces::check<Kernel, Scalar, 6, 48>();
    faces::check<Kernel, Scalar, 11, 48>();
    faces::check<Kernel, Scalar, 3, 128>();
}

} // namespace

TEMPLATE_TEST_CASE("update_outer_affine has the bits of update_outer and affine", "[kernel]", float,
                   double) {
    check<update_outer_affine<void>, TestType>();
    check<update_outer_affine<rules::two_numbers>, TestType>();
}
