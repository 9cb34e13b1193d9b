#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ctnn::host::detail {

// Tells contents apart that differ by mistake: FNV-1a of 64 bits
// (https://datatracker.ietf.org/doc/html/draft-eastlake-fnv).
class digest {
public:
    void add(void const* data, std::size_t size) {
        auto const* const bytes = static_cast<unsigned char const*>(data);
        for (std::size_t i = 0; i < size; ++i)
            value_ = (value_ ^ bytes[i]) * 1099511628211u;
    }
    void add(std::string_view text) { add(text.data(), text.size()); }
    template <class T, std::size_t N>
    void add(std::array<T, N> const& values) {
        add(values.data(), N * sizeof(T));
    }

    std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 14695981039346656037u;
};

} // namespace ctnn::host::detail
