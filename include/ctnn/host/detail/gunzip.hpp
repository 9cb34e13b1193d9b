#pragma once

// Reads gzip files if the build has zlib and defines CTNN_ZLIB.

#if defined(CTNN_ZLIB)

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <zlib.h>

namespace ctnn::host::detail {

// Unpacks a text in place. Returns the reason if it cannot, else nothing.
inline char const* gunzip(std::string& text) {
    constexpr std::size_t most = std::size_t{1}
                                 << 32; // (a small file may be made of very many zeros)
    struct stream {
        z_stream zlib{};
        int state = inflateInit2(&zlib, 15 + 16); // gzip's form alone
        ~stream() { inflateEnd(&zlib); }
    } all;
    std::string result, packed = std::move(text);
    text.clear();
    std::string buffer(std::size_t{1} << 18, '\0');
    std::size_t taken = 0;
    while (all.state == Z_OK || all.state == Z_BUF_ERROR) {
        if (all.zlib.avail_in == 0) {
            std::size_t const more =
                packed.size() - taken < buffer.size() ? packed.size() - taken : buffer.size();
            if (more == 0)
                break;
            all.zlib.next_in = reinterpret_cast<Bytef*>(packed.data() + taken);
            all.zlib.avail_in = static_cast<uInt>(more);
            taken += more;
        }
        all.zlib.next_out = reinterpret_cast<Bytef*>(buffer.data());
        all.zlib.avail_out = static_cast<uInt>(buffer.size());
        all.state = inflate(&all.zlib, Z_NO_FLUSH);
        result.append(buffer, 0, buffer.size() - all.zlib.avail_out);
        if (result.size() > most)
            return "it is more than 4 GB when it is unpacked";
        // (files may be one after the other)
        if (all.state == Z_STREAM_END && (all.zlib.avail_in > 0 || taken < packed.size()))
            all.state = inflateReset(&all.zlib);
    }
    if (all.state != Z_STREAM_END)
        return all.state == Z_OK || all.state == Z_BUF_ERROR ? "the compressed file is cut off"
                                                             : "the compressed file is damaged";
    text = std::move(result);
    return nullptr;
}

} // namespace ctnn::host::detail

#endif
