// A network with the shape of MLPerf Tiny's keyword spotter learns four words when the program runs. Its batch_norm layers
// are folded away, and it is put into integers of 8 bits. The program fails if those lose more than 1 % of the words, or if
// the weights are not the ones that microcontroller/keywords.cpp has from data/keywords_weights.hpp.
//
//     keywords > data/keywords_weights.hpp    writes that file anew

#include "data/keywords_weights.hpp"
#include "keywords_data.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <ctnn/ctnn.hpp>

namespace {

using namespace ctnn;

void write(keywords::shipped const& net) {
    auto const words = std::bit_cast<std::array<float, keywords::shipped::parameter_count>>(net);
    std::puts("#pragma once\n\n// Written by keywords.cpp.\n// clang-format off\n\nnamespace keywords {\n");
    std::printf("inline constexpr float weights[] = {");
    for (std::size_t i = 0; i < words.size(); ++i)
        std::printf("%s%aF%s", i % 6 == 0 ? "\n    " : " ", static_cast<double>(words[i]),
                    i + 1 < words.size() ? "," : "};\n");
    std::puts("\n} // namespace keywords");
}

} // namespace

int main() {
    static auto const samples = keywords::some<240, 0>();
    static auto const others = keywords::some<400, 1000>();
    auto const start = calibrated(initialize<keywords::model>(he_uniform{}, 1), samples);
    auto const trained = train(start, cross_entropy{}, adam{.learning_rate = 0.01}, samples,
                               {.epochs = 8, .batch_size = 8, .shuffle = true, .seed = 1});
    if (!trained.ok()) {
        std::fputs(trained.problem().message().c_str(), stderr);
        return 1;
    }
    auto const net = folded(trained.network);
    auto const small = quantize(net, keywords::some<16, 0>()).network;
    std::size_t const in_float = keywords::recognized(net, others);
    std::size_t const in_int8 = keywords::recognized(small, others);
    std::fprintf(stderr, "in float   %4zu bytes   %zu of %zu words\n", sizeof net, in_float,
                 others.size());
    std::fprintf(stderr, "in int8    %4zu bytes   %zu of %zu words\n", sizeof small, in_int8,
                 others.size());
    write(net);
    bool const is_good = in_float >= 380 && in_int8 + 4 >= in_float;
    return is_good && keywords::is(net) ? 0 : 1;
}
