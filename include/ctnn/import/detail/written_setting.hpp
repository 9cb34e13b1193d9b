#pragma once

#include <cstdint>

namespace ctnn::detail {

// A setting that the file has as a float: the decimal number of six places that somebody wrote, if there is one.
constexpr double written_setting(float setting) {
    double const scaled = static_cast<double>(setting) * 1e6;
    if (!(scaled > -1e9 && scaled < 1e9))
        return static_cast<double>(setting);
    double const written =
        static_cast<double>(static_cast<std::int64_t>(scaled + (scaled < 0 ? -0.5 : 0.5))) / 1e6;
    return static_cast<float>(written) == setting ? written : static_cast<double>(setting);
}

} // namespace ctnn::detail
