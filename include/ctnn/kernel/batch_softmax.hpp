#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/exp.hpp>
#include <ctnn/kernel/group.hpp>
#include <ctnn/kernel/log.hpp>
#include <ctnn/kernel/sum.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

template <std::size_t Size, bool Logarithms, class Scalar>
[[gnu::always_inline]] inline void batch_softmax(Scalar const* x, Scalar* y, std::size_t groups) {
    constexpr std::size_t lanes = widest<Scalar>;
    using values = vector<Scalar, lanes>;
    for (std::size_t g = 0; g < groups; ++g, x += Size * group<Scalar>, y += Size * group<Scalar>)
        for (std::size_t p = 0; p < group<Scalar>; p += lanes) {
            auto const in = [=](std::size_t i) __attribute__((always_inline)) {
                return load<lanes>(x + i * group<Scalar> + p);
            };
            values most = in(0);
#pragma GCC unroll 16
            for (std::size_t i = 1; i < Size; ++i)
                most = in(i) > most ? in(i) : most;
            values e[Size];
#pragma GCC unroll 16
            for (std::size_t i = 0; i < Size; ++i)
                e[i] = exp_not_positive(Scalar{}, in(i)-most);
            values const total = sum_plain<Size>(e);
            if constexpr (Logarithms) {
                values const log_total = log_positive(total);
#pragma GCC unroll 16
                for (std::size_t i = 0; i < Size; ++i)
                    store<lanes>(y + i * group<Scalar> + p, (in(i)-most) - log_total);
            } else {
#pragma GCC unroll 16
                for (std::size_t i = 0; i < Size; ++i)
                    store<lanes>(y + i * group<Scalar> + p, e[i] / total);
            }
        }
}

} // namespace detail

// y = softmax(x) for groups of samples, in the order of kernel/softmax.hpp; the run-time face only.
// y may be x.
template <std::size_t Size, vectorizable Scalar>
[[gnu::always_inline]] inline void batch_softmax(Scalar const* x, Scalar* y, std::size_t groups) {
    detail::batch_softmax<Size, false>(x, y, groups);
}

// The same of log_softmax.
template <std::size_t Size, vectorizable Scalar>
[[gnu::always_inline]] inline void batch_log_softmax(Scalar const* x, Scalar* y,
                                                     std::size_t groups) {
    detail::batch_softmax<Size, true>(x, y, groups);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
