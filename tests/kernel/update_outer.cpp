#include <ctnn/kernel/update_outer.hpp>

#include <array>
#include <cstddef>
#include <ctnn/kernel/add_outer.hpp>
#include <ctnn/kernel/update_each.hpp>

#include "faces.hpp"
#include "rules.hpp"

namespace {

// In a constant by way of a gradient, whose zeros are all positive; on the machine at once.
struct update_outer {
    template <class Scalar, std::size_t Rows, std::size_t Columns>
    static constexpr auto run(seeded::random_numbers& numbers) {
        constexpr std::size_t size = Rows * Columns;
        auto const x = faces::draw<Scalar, Rows>(numbers);
        auto const d = faces::draw<Scalar, Columns>(numbers);
        auto m = faces::draw<Scalar, size>(numbers);
        auto last = faces::draw<Scalar, size>(numbers), sum = faces::draw<Scalar, size>(numbers);
        auto const step = [&](auto const& rule, auto*... memory) {
            if (std::is_constant_evaluated()) {
                std::array<Scalar, size> gradient{};
                ctnn::kernel::add_outer<Rows, Columns>(x.data(), d.data(), gradient.data());
                ctnn::kernel::update_each<size>(rule, gradient.data(), m.data(), memory...);
            } else {
                ctnn::kernel::update_outer<Rows, Columns>(rule, x.data(), d.data(), m.data(),
                                                          memory...);
            }
        };
        step(rules::two_numbers{}, last.data(), sum.data());
        return rules::joined(m, last, sum);
    }
};
// In a constant, too, it is the same.
struct in_a_constant {
    template <class Scalar, std::size_t Rows, std::size_t Columns>
    static constexpr bool same() {
        constexpr std::size_t size = Rows * Columns;
        seeded::random_numbers numbers(5);
        auto const x = faces::draw<Scalar, Rows>(numbers);
        auto const d = faces::draw<Scalar, Columns>(numbers);
        auto m = faces::draw<Scalar, size>(numbers), other = m;
        std::array<Scalar, size> gradient{}, last{}, sum{}, other_last{}, other_sum{};
        ctnn::kernel::update_outer<Rows, Columns>(rules::two_numbers{}, x.data(), d.data(),
                                                  m.data(), last.data(), sum.data());
        ctnn::kernel::add_outer<Rows, Columns>(x.data(), d.data(), gradient.data());
        ctnn::kernel::update_each<size>(rules::two_numbers{}, gradient.data(), other.data(),
                                        other_last.data(), other_sum.data());
        return compare::same_bits(rules::joined(m, last, sum),
                                  rules::joined(other, other_last, other_sum));
    }
};
static_assert(in_a_constant::same<float, 7, 9>() && in_a_constant::same<double, 6, 5>());

} // namespace

TEMPLATE_TEST_CASE("update_outer has the bits of a gradient and a step along it", "[kernel]", float,
                   double) {
    faces::check_matrices<update_outer, TestType>();
}
