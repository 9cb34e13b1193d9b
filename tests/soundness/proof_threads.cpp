// Under the thread sanitizer: threads that share a proof, while it tells its progress and writes
// checkpoints.

#include <ctnn/host/prove.hpp>

#include <cstdio>
#include <ctnn/ctnn.hpp>
#include <filesystem>

namespace {

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<16, ctnn::relu>,
                            ctnn::dense<16, ctnn::relu>, ctnn::dense<1>>;
// Steep in its first layer, with bends all over the box.
model bent() {
    auto net = ctnn::initialize<model>(ctnn::uniform{-1, 1}, 18);
    for (float& w : net.layer<0>().weights.values)
        w *= 16;
    for (std::size_t i = 0; i < 16; ++i) {
        net.layer<0>().biases[i] = 1.5f * (static_cast<float>(i) - 7.5f);
        net.layer<1>().biases[i] = 3 * (7.5f - static_cast<float>((i * 7) % 16));
    }
    return net;
}
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
