#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/group.hpp>

namespace ctnn::batch {
CTNN_ARITHMETIC_BEGIN

// The library's own layers may have run_back<Width>(x, dv, dx), if their derivative depends on the input.
template <class Bound>
concept chooses_side_by_side = requires(double const* x, double* v) {
    Bound::template run<4>(x, v);
    Bound::template run_back<4>(x, x, v);
};

// A layer without parameters that runs on numbers side by side: all lanes of a group at once.
template <class Stage>
struct direct_form {
    using scalar = typename Stage::scalar;
    using parameters = typename Stage::parameters;
    static constexpr std::size_t group = kernel::group<scalar>, scratch = 0;

    static void forward(parameters const&, scalar const* x, scalar* v, std::size_t groups) {
        for (std::size_t g = 0; g < groups; ++g)
            Stage::bound::template run<group>(x + g * Stage::input_size * group,
                                              v + g * Stage::output_size * group);
    }
    static void backward(parameters const&, [[maybe_unused]] scalar const* x, scalar const* dv,
                         scalar* dx, std::size_t groups) {
        for (std::size_t g = 0; g < groups; ++g) {
            std::size_t const in = g * Stage::input_size * group,
                              out = g * Stage::output_size * group;
            if constexpr (chooses_side_by_side<typename Stage::bound>)
                Stage::bound::template run_back<group>(x + in, dv + out, dx + in);
            else
                Stage::bound::template run_back<group>(dv + out, dx + in);
        }
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::batch
