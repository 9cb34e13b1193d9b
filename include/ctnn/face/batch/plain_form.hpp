#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/batch_outer.hpp>
#include <ctnn/kernel/group.hpp>
#include <ctnn/placed/detail/update_layer.hpp>

namespace ctnn::batch {
CTNN_ARITHMETIC_BEGIN

// One sample of groups of them as an array, and back. The groups begin at `values`.
template <class Array, class Scalar>
constexpr Array sample_of(Scalar const* values, std::size_t sample) {
    constexpr std::size_t group = kernel::group<Scalar>;
    Array one;
    values += sample / group * one.size() * group + sample % group;
    for (std::size_t i = 0; i < one.size(); ++i)
        one[i] = values[i * group];
    return one;
}
template <class Array, class Scalar>
constexpr void put_sample(Array const& one, Scalar* values, std::size_t sample) {
    constexpr std::size_t group = kernel::group<Scalar>;
    values += sample / group * one.size() * group + sample % group;
    for (std::size_t i = 0; i < one.size(); ++i)
        values[i * group] = one[i];
}

// A layer that has no form for batches: one sample after the other.
template <class Stage>
struct plain_form {
    using bound = typename Stage::bound;
    using parameters = typename Stage::parameters;
    using scalar = typename Stage::scalar;
    using input = typename Stage::input;
    using output = typename Stage::output;

    static void forward(parameters const& p, scalar const* x, scalar* v, std::size_t groups) {
        for (std::size_t s = 0; s < groups * kernel::group<scalar>; ++s)
            put_sample(bound::forward(p, sample_of<input>(x, s)), v, s);
    }

    static void backward(parameters const& p, scalar const* x, scalar const* dv, scalar* dx,
                         std::size_t groups) {
        for (std::size_t s = 0; s < groups * kernel::group<scalar>; ++s)
            put_sample(bound::backward(p, sample_of<input>(x, s), sample_of<output>(dv, s)), dx, s);
    }

    static constexpr std::size_t scratch = 0;

    template <class Rule, class... Memory>
    static void accumulate_or_update(kernel::batch_sums<Rule> const& plan, parameters& p,
                                     scalar const* x, scalar const* dv, parameters& gradient,
                                     scalar*, Memory&... memory) {
        if (plan.is_first)
            gradient = parameters{};
        for (std::size_t s = 0; s < plan.samples; ++s)
            bound::accumulate_gradient(p, sample_of<input>(x, s), sample_of<output>(dv, s),
                                       gradient);
        if (plan.is_step)
            ctnn::detail::update_parameters(plan.rule, gradient, p, memory...);
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::batch
