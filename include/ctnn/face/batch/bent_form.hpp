#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/face/batch/plain_form.hpp>
#include <ctnn/kernel/group.hpp>

namespace ctnn::batch {
CTNN_ARITHMETIC_BEGIN

// A layer with a bend at 0 (placed/bent.hpp), lane by lane. It learns as a layer without a form does.
template <class Stage>
struct bent_form : plain_form<Stage> {
    using bound = typename Stage::bound;
    using scalar = typename Stage::scalar;
    using parameters = typename Stage::parameters;
    static constexpr std::size_t group = kernel::group<scalar>;

    static void forward(parameters const& p, scalar const* x, scalar* v, std::size_t groups) {
        for (std::size_t i = 0; i < groups * Stage::input_size; ++i, x += group, v += group) {
            scalar const slope = bound::slope_below(p, i);
            for (std::size_t k = 0; k < group; ++k)
                v[k] = bound::value(x[k], slope);
        }
    }
    static void backward(parameters const& p, scalar const* x, scalar const* dv, scalar* dx,
                         std::size_t groups) {
        for (std::size_t i = 0; i < groups * Stage::input_size;
             ++i, x += group, dv += group, dx += group) {
            scalar const slope = bound::slope_below(p, i);
            for (std::size_t k = 0; k < group; ++k)
                dx[k] = bound::derivative(x[k], slope, dv[k]);
        }
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::batch
