#include <ctnn/kernel/add_outer.hpp>
#include <ctnn/kernel/batch_outer.hpp>
#include <ctnn/kernel/update_each.hpp>

#include <algorithm>

#include "groups.hpp"
#include "rules.hpp"

namespace {

// The sums over a block of samples are those of one sample added after the other.
template <class Scalar, std::size_t Inputs, std::size_t Outputs>
struct sums {
    // The gradient, the parameters and what is remembered of them.
    std::array<Scalar, Inputs * Outputs> gradient, weights, last, sum;
    std::array<Scalar, Outputs> bias_gradient, biases, bias_last, bias_sum;

    explicit sums(seeded::random_numbers& numbers)
        : gradient(faces::draw<Scalar, Inputs * Outputs>(numbers)),
          weights(faces::draw<Scalar, Inputs * Outputs>(numbers)),
          last(faces::draw<Scalar, Inputs * Outputs>(numbers)),
          sum(faces::draw<Scalar, Inputs * Outputs>(numbers)),
          bias_gradient(faces::draw<Scalar, Outputs>(numbers)),
          biases(faces::draw<Scalar, Outputs>(numbers)),
          bias_last(faces::draw<Scalar, Outputs>(numbers)),
          bias_sum(faces::draw<Scalar, Outputs>(numbers)) {
        // A sum that began at 0 is never -0.
        for (Scalar& value : gradient)
            value += Scalar(0);
        for (Scalar& value : bias_gradient)
            value += Scalar(0);
    }

    template <class Rule>
    void one_by_one(ctnn::kernel::batch_sums<Rule> const& plan,
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
            if constexpr (ctnn::kernel::is_descent<Rule>) {
                ctnn::kernel::update_each<Inputs * Outputs>(plan.rule, all.data(), weights.data());
                ctnn::kernel::update_each<Outputs>(plan.rule, all_biases.data(), biases.data());
            } else {
                ctnn::kernel::update_each<Inputs * Outputs>(plan.rule, all.data(), weights.data(),
                                                            last.data(), sum.data());
                ctnn::kernel::update_each<Outputs>(plan.rule, all_biases.data(), biases.data(),
                                                   bias_last.data(), bias_sum.data());
            }
        } else {
            gradient = all;
            bias_gradient = all_biases;
        }
    }

    template <class Rule>
    void by_kernel(ctnn::kernel::batch_sums<Rule> const& plan, Scalar const* x, Scalar const* d) {
        using place = ctnn::kernel::affine_place<Scalar>;
        place const gradients{gradient.data(), bias_gradient.data()};
        place const parameters{weights.data(), biases.data()};
        if constexpr (ctnn::kernel::is_descent<Rule>)
            ctnn::kernel::batch_outer<Inputs, Outputs>(plan, x, d, gradients, parameters);
        else
            ctnn::kernel::batch_outer<Inputs, Outputs>(plan, x, d, gradients, parameters,
                                                       place{last.data(), bias_last.data()},
                                                       place{sum.data(), bias_sum.data()});
    }

    friend bool same(sums const& a, sums const& b) {
        return compare::same_bits(a.gradient, b.gradient) &&
               compare::same_bits(a.weights, b.weights) &&
               compare::same_bits(a.bias_gradient, b.bias_gradient) &&
               compare::same_bits(a.biases, b.biases) && compare::same_bits(a.last, b.last) &&
               compare::same_bits(a.sum, b.sum) && compare::same_bits(a.bias_last, b.bias_last) &&
               compare::same_bits(a.bias_sum, b.bias_sum);
    }
};

struct outer {
    template <class Scalar, std::size_t Inputs, std::size_t Outputs>
    static void run() {
        with<Scalar, Inputs, Outputs>(ctnn::kernel::descent<Scalar>{Scalar(0.1)});
        with<Scalar, Inputs, Outputs>(rules::two_numbers{});
    }

    template <class Scalar, std::size_t Inputs, std::size_t Outputs, class Rule>
    static void with(Rule const& rule) {
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
                    ctnn::kernel::batch_sums<Rule> const plan{count, is_first, is_step, rule};
                    actual.by_kernel(plan, x.grouped.data(), rows.data());
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
