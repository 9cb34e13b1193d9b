#pragma once

namespace ctnn::verify::detail {

// Which neurons of the last layer of a chain get more than interval bounds.
enum class refined { none, bends, all };

} // namespace ctnn::verify::detail
