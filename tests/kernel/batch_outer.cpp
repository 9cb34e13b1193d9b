#include <ctnn/kernel/add_outer.hpp>
#include <ctnn/kernel/batch_outer.hpp>
#include <ctnn/kernel/subtract_scaled.hpp>

#include <algorithm>

#include "groups.hpp"

namespace {

// The sums over a block of samples are those of one sample added after the other.
template <class Scalar, std::size_t Inputs, std::size_t Outputs>
struct sums {
    std::array<Scalar, Inputs * Outputs> gradient, weights;
    std::array<Scalar, Outputs> bias_gradient, biases;

    explicit sums(seeded::random_numbers& numbers)
        : gradient(faces::draw<Scalar, Inputs * Outputs>(numbers)),
          weights(faces::draw<Scalar, Inputs * Outputs>(numbers)),
          bias_gradient(faces::draw<Scalar, Outputs>(numbers)),
          biases(faces::draw<Scalar, Outputs>(numbers)) {}

    void one_by_one(ctnn::kernel::batch_sums<Scalar> const& plan,
                    groups::samples<Scalar, Inputs> const& x,
                    groups::samples<Scalar, Outputs> const& d) {
        auto all = gradient;
        auto all_biases = bias_gradient;
        if (plan.is_first) {
            all = {};
            all_biases = {};
        }
        for (std::size_t k = 0; k < plan.samples; ++k) {
            ctnn::kernel::add_outer<Inputs, Outputs>(x.each[k].data(), d.each[k].data(),
                                                     all.data());
            for (std::size_t j = 0; j < Outputs; ++j)
                all_biases[j] += d.each[k][j];
        }
        if (plan.is_step) {
            ctnn::kernel::subtract_scaled<Inputs * Outputs>(plan.rate, all.data(), weights.data());
            ctnn::kernel::subtract_scaled<Outputs>(plan.rate, all_biases.data(), biases.data());
        } else {
            gradient = all;
            bias_gradient = all_biases;
        }
    }

    friend bool same(sums const& a, sums const& b) {
        return compare::same_bits(a.gradient, b.gradient) &&
               compare::same_bits(a.weights, b.weights) &&
               compare::same_bits(a.bias_gradient, b.bias_gradient) &&
               compare::same_bits(a.biases, b.biases);
    }
};

struct outer {
    template <class Scalar, std::size_t Inputs, std::size_t Outputs>
    static void run() {
        constexpr std::size_t group = ctnn::kernel::group<Scalar>;
        constexpr std::size_t stride = ctnn::kernel::detail::padded<Scalar, Outputs>;
        for (std::size_t const count :
             {std::size_t{1}, std::size_t{7}, group, group + 5, 2 * group})
            for (bool const is_first : {false, true})
                for (bool const is_step : {false, true}) {
                    seeded::random_numbers numbers(6);
                    groups::samples<Scalar, Inputs> const x(numbers, count, 2);
                    groups::samples<Scalar, Outputs> const d(numbers, count, 2);
                    std::vector<Scalar> rows(count * stride);
                    for (std::size_t k = 0; k < count; ++k)
                        std::copy(d.each[k].begin(), d.each[k].end(), rows.data() + k * stride);
                    sums<Scalar, Inputs, Outputs> actual(numbers);
                    auto expected = actual;
                    ctnn::kernel::batch_sums<Scalar> const plan{count, is_first, is_step,
                                                                Scalar(0.1)};
                    ctnn::kernel::batch_outer<Inputs, Outputs>(
                        plan, x.grouped.data(), rows.data(), actual.gradient.data(),
                        actual.bias_gradient.data(), actual.weights.data(), actual.biases.data());
                    expected.one_by_one(plan, x, d);
                    CAPTURE(Inputs, Outputs, sizeof(Scalar), count, is_first, is_step);
                    CHECK(same(actual, expected));
                }
    }
};

} // namespace

TEMPLATE_TEST_CASE("batch_outer adds the samples in their order", "[kernel]", float, double) {
    groups::check_shapes<outer, TestType>();
}
