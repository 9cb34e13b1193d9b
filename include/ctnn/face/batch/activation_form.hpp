#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/face/batch/plain_form.hpp>
#include <ctnn/kernel/batch_softmax.hpp>
#include <ctnn/kernel/group.hpp>
#include <ctnn/placed/detail/apply_activation.hpp>

namespace ctnn::batch {
CTNN_ARITHMETIC_BEGIN

// An activation on groups of samples, as placed/detail/apply_activation.hpp does it on one.
template <class Activation, class Scalar, std::size_t Size>
struct activation_form {
    static constexpr std::size_t group = kernel::group<Scalar>;
    using array = std::array<Scalar, Size>;

    [[gnu::always_inline]] static void forward(Scalar const* v, Scalar* y, std::size_t groups) {
        if constexpr (customization::normalizes_exponentials<Activation>) {
            kernel::batch_softmax<Size>(v, y, groups);
        } else if constexpr (customization::gives_log_probabilities<Activation>) {
            kernel::batch_log_softmax<Size>(v, y, groups);
        } else if constexpr (concepts::elementwise_activation<Activation, Scalar>) {
            auto const value = [](auto const& x) { return Activation::value(x); };
            each(groups, value, y, v);
        } else {
            for (std::size_t s = 0; s < groups * group; ++s)
                put_sample(Activation::forward(sample_of<array>(v, s)), y, s);
        }
    }

    // dv may be dy or v.
    [[gnu::always_inline]] static void backward(Scalar const* v, Scalar const* y, Scalar const* dy,
                                                Scalar* dv, std::size_t groups) {
        if constexpr (concepts::elementwise_activation<Activation, Scalar>) {
            auto const product = [](auto const& d, auto const& x, auto const& value) {
                return d * Activation::derivative(x, value);
            };
            each(groups, product, dv, dy, v, y);
        } else {
            for (std::size_t s = 0; s < groups * group; ++s)
                put_sample(Activation::backward(sample_of<array>(v, s), sample_of<array>(y, s),
                                                sample_of<array>(dy, s)),
                           dv, s);
        }
    }

private:
    template <class Change, class... From>
    [[gnu::always_inline]] static void each(std::size_t groups, Change const& change, Scalar* to,
                                            From const*... from) {
        if constexpr (ctnn::detail::takes_vectors<Activation, Scalar>) {
            constexpr std::size_t lanes = kernel::widest<Scalar>;
            for (std::size_t i = 0; i < groups * Size * group; i += group)
#pragma GCC unroll 4
                for (std::size_t p = i; p < i + group; p += lanes)
                    kernel::store<lanes>(to + p, change(kernel::load<lanes>(from + p)...));
        } else {
            for (std::size_t i = 0; i < groups * Size * group; ++i)
                to[i] = change(from[i]...);
        }
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::batch
