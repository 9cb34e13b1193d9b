#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/placed/is_activate.hpp>

namespace ctnn::placed {

// A layer that gives its numbers another shape. Numbers lie in one flat array, so they stay as they are: for faces it is an
// activation that does nothing, and inference skips it (detail/storage.hpp).
template <concepts::scalar Scalar, class Input, class Output>
struct passed_on {
    static_assert(Input::size == Output::size);
    static constexpr bool passes_on = true;
    static constexpr std::size_t multiply_adds = 0, working_scalars = 0;
    using output_shape = Output;
    using values = std::array<Scalar, Input::size>;

    struct parameters {
        friend constexpr bool operator==(parameters, parameters) = default;
    };
    static constexpr values forward(parameters, values const& x) { return x; }
    static constexpr values backward(parameters, values const&, values const& dv) { return dv; }
};

// Whether a layer acts on each number alone, with its activation if at all.
template <class Stage>
inline constexpr bool is_pointwise =
    is_activate<typename Stage::descriptor> || customization::passes_on<typename Stage::bound>;

} // namespace ctnn::placed
