#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/batch_affine.hpp>
#include <ctnn/kernel/batch_dot_rows.hpp>
#include <ctnn/kernel/batch_outer.hpp>
#include <ctnn/kernel/group.hpp>
#include <ctnn/kernel/transpose.hpp>

namespace ctnn::batch {
CTNN_ARITHMETIC_BEGIN

// A dense layer on groups of samples (kernel/group.hpp), with the bits of one sample after the other.
template <class Scalar, std::size_t Inputs, std::size_t Outputs>
struct dense_form {
    template <class Parameters>
    [[gnu::always_inline]] static void forward(Parameters const& p, Scalar const* x, Scalar* v,
                                               std::size_t groups) {
        kernel::batch_affine<Inputs, Outputs>(x, p.weights.values.data(), p.biases.data(), v,
                                              groups);
    }

    template <class Parameters>
    [[gnu::always_inline]] static void backward(Parameters const& p, Scalar const*,
                                                Scalar const* dv, Scalar* dx, std::size_t groups) {
        kernel::batch_dot_rows<Inputs, Outputs>(p.weights.values.data(), dv, dx, groups);
    }

    // Room is what `scratch` says for each group.
    static constexpr std::size_t scratch =
        kernel::group<Scalar> * kernel::detail::padded<Scalar, Outputs>;

    template <class Rule, class Parameters, class... Memory>
    [[gnu::always_inline]] static void accumulate_or_update(kernel::batch_sums<Rule> const& plan,
                                                            Parameters& p, Scalar const* x,
                                                            Scalar const* dv, Parameters& gradient,
                                                            Scalar* working, Memory&... memory) {
        constexpr std::size_t stride = kernel::detail::padded<Scalar, Outputs>;
        for (std::size_t s = 0; s < plan.samples; s += kernel::group<Scalar>)
            kernel::from_lanes<Outputs, stride>(
                dv + s * Outputs, [=](std::size_t sample) __attribute__((always_inline)) {
                    return working + (s + sample) * stride;
                });
        kernel::batch_outer<Inputs, Outputs>(plan, x, static_cast<Scalar const*>(working),
                                             place_of(gradient), place_of(p), place_of(memory)...);
    }

private:
    template <class Parameters>
    [[gnu::always_inline]] static kernel::affine_place<Scalar> place_of(Parameters& p) {
        return {p.weights.values.data(), p.biases.data()};
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::batch
