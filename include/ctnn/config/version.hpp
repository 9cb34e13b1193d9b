#pragma once

namespace ctnn::detail {

// (a hygiene test holds that the other files that have a version say the same)
inline constexpr char const* version = "0.1.0";

} // namespace ctnn::detail
