// replay [--changes COUNT] FOLDER...: hands every file of the folders to the fuzz test that it is linked with, as
// libFuzzer's own main would, but without clang. What is wrong aborts, after the name of the file. With --changes, the file
// is then cut off after each of its bytes, if it is short, and some bytes are changed, COUNT times, the same ones in each run.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size);

namespace {

// Memory of exactly that size, so that a sanitizer sees a step too far.
void try_bytes(std::vector<char> const& text, std::size_t size) {
    std::vector<std::uint8_t> const bytes(text.begin(),
                                          text.begin() + static_cast<std::ptrdiff_t>(size));
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

void try_changes(std::vector<char> const& text, unsigned long changes) {
    std::minstd_rand draw(1);
    auto const below = [&draw](std::size_t end) { return static_cast<std::size_t>(draw()) % end; };
    for (std::size_t size = 0; size < text.size(); size += 1 + text.size() / 1024)
        try_bytes(text, size);
    for (unsigned long i = 0; i < changes && !text.empty(); ++i) {
        std::vector<char> changed = text;
        for (std::size_t left = 1 + below(3); left != 0; --left)
            changed[below(text.size())] =
                static_cast<char>(below(4) == 0 ? 127 * (1 + below(2)) : below(256));
        try_bytes(changed, changed.size());
    }
}

} // namespace

int main(int count, char** arguments) {
    bool const has_changes = count > 2 && std::string_view(arguments[1]) == "--changes";
    unsigned long const changes = has_changes ? std::strtoul(arguments[2], nullptr, 10) : 0;
    std::vector<std::filesystem::path> files;
    for (int i = has_changes ? 3 : 1; i < count; ++i)
        for (auto const& entry : std::filesystem::directory_iterator(arguments[i]))
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (auto const& file : files) {
        std::printf("%s\n", file.c_str());
        std::fflush(stdout);
        std::ifstream stream(file, std::ios::binary);
        std::vector<char> const text{std::istreambuf_iterator<char>(stream), {}};
        try_bytes(text, text.size());
        if (has_changes)
            try_changes(text, changes);
    }
    std::printf("%zu files\n", files.size());
    return files.empty() ? 1 : 0;
}
