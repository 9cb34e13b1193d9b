#pragma once

#include <ctnn/concept/detail/with_names.hpp>
#include <type_traits>

namespace ctnn::detail {

struct is_valid_name {
    int is_valid;
};

// Whether a loss or an initializer has an `is_valid`, in whatever form.
template <class Part>
inline constexpr bool names_is_valid = !requires {
    &with_names<Part, is_valid_name>::is_valid;
};
template <class Part>
    requires std::is_final_v<Part>
inline constexpr bool names_is_valid<Part> = requires {
    &Part::is_valid;
};

} // namespace ctnn::detail
