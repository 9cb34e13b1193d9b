#pragma once

#include <cstdio>
#include <ctnn/host/detail/joined.hpp>
#include <string>

namespace ctnn::host::detail {

// Says why a build stops; the exit code of the program.
inline int model_failure(std::string const& sentence) {
    std::fputs(joined("ctnn_model: ", sentence, "\n").c_str(), stderr);
    return 1;
}

} // namespace ctnn::host::detail
