// Under the thread sanitizer: threads that share a proof, while it tells its progress and writes
// checkpoints.

#include <ctnn/host/prove.hpp>

#include <cstdio>
#include <ctnn/ctnn.hpp>
#include <filesystem>

#include "../support/bent.hpp"

namespace {

using model = by_hand::bent_model;
using by_hand::bent;
constexpr ctnn::verify::condition<1, 2, 1> wanted{{{{{{{1}, 58.0}}}, {{{{-1}, -17.5}}}}}};

} // namespace

int main() {
    auto const path = std::filesystem::temp_directory_path() / "ctnn_proof_threads";
    std::filesystem::remove(path);
    ctnn::host::proof_options options;
    options.threads = 4;
    options.progress_seconds = options.checkpoint_seconds = 1e-4;
    options.checkpoint = path.string();
    std::size_t told = 0;
    options.progress = [&](auto const& now) { told += now.boxes > 0; };
    bool proven = true;
    std::size_t boxes = 0;
    for (int k = 0; k < 10; ++k) {
        auto const v = ctnn::host::prove(bent(), {{-1, -1}, {1, 1}}, wanted, options);
        proven = proven && v.proven() && !v.problem;
        boxes += v.verdict.boxes;
        std::filesystem::remove(path);
    }
    std::printf("%s; %zu boxes, told %zu times\n", proven ? "proven" : "not proven", boxes, told);
    return proven && told > 10 ? 0 : 1;
}
