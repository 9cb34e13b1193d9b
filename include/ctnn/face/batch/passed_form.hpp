#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/group.hpp>

namespace ctnn::batch {
CTNN_ARITHMETIC_BEGIN

// A layer that passes its numbers on: to its activation, or in another shape.
template <class Stage>
struct passed_form {
    using scalar = typename Stage::scalar;
    using parameters = typename Stage::parameters;
    static constexpr std::size_t scratch = 0;

    static void forward(parameters const&, scalar const* x, scalar* v, std::size_t groups) {
        copy(x, v, groups);
    }
    static void backward(parameters const&, scalar const*, scalar const* dv, scalar* dx,
                         std::size_t groups) {
        copy(dv, dx, groups);
    }

private:
    static void copy(scalar const* from, scalar* to, std::size_t groups) {
        for (std::size_t i = 0; i < groups * Stage::input_size * kernel::group<scalar>; ++i)
            to[i] = from[i];
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::batch
