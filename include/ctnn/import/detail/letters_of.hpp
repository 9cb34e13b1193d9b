#pragma once

#include <cstddef>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// How many letters of a name a sentence has: names are cut where they are long.
constexpr std::size_t letters_of(text_view name) {
    constexpr std::size_t most = 40;
    return name.size() < most ? name.size() : most;
}

} // namespace ctnn::detail
