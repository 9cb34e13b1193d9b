#pragma once

#include <cstdint>
#include <ctnn/text/detail/text_output.hpp>

// The compiler, as far as its macros tell. Its options have no macros: cmake/ctnnProof.cmake adds them.

namespace ctnn::verify::detail {

template <class Output>
constexpr void put_compiler(Output& to) {
#if defined(__clang__)
    ctnn::detail::put_all(to, "clang++ ", __clang_version__);
#else
    ctnn::detail::put_all(to, "g++ ", __VERSION__);
#endif
}

inline constexpr std::uint64_t language_standard = __cplusplus;

} // namespace ctnn::verify::detail
