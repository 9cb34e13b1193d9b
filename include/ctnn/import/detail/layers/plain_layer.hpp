#pragma once

#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/import/detail/imported_step.hpp>

namespace ctnn::detail {

// Both ways between a step and a layer without sizes.
template <imported_layers Layer, class Type>
struct plain_layer {
    template <auto const& Plan, std::size_t Index>
    using type = Type;
    static constexpr imported_signature signature = [] {
        imported_signature made;
        made.layer = Layer;
        return made;
    }();
    using activation = identity;
};

} // namespace ctnn::detail
