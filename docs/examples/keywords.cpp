// A network with the shape of MLPerf Tiny's keyword spotter learns four words when the program runs. Then its batch_norm
// layers are folded away, and it becomes a network of 8-bit integers. The program fails if that loses more than 1 % of the
// words, or if the weights are not those of data/keywords_weights.hpp, which microcontroller/keywords.cpp runs on a board.
//
//     keywords --write > data/keywords_weights.hpp

#include "data/keywords_weights.hpp"
#include "keywords_data.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>

namespace {

using numbers_of_net = std::array<float, keywords::shipped::parameter_count>;

void write(numbers_of_net const& numbers) {
    std::puts(
        "#pragma once\n\n// Written by keywords.cpp.\n// clang-format off\n\n#include <array>\n\n"
        "namespace keywords {\n");
    std::printf("inline constexpr std::array<float, %zu> weights{", numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i)
        std::printf("%s%.9gF%s", i % 8 == 0 ? "\n    " : " ", static_cast<double>(numbers[i]),
                    i + 1 < numbers.size() ? "," : "};\n");
    std::puts("\n} // namespace keywords");
}

} // namespace

int main(int count, char**) {
    auto samples = keywords::said<400, 0>(), others = keywords::said<400, 1000>();
    auto const start =
        ctnn::calibrated(ctnn::initialize<keywords::model>(ctnn::he_uniform{}, 1), samples);
    auto const trained =
        ctnn::train(start, ctnn::cross_entropy{}, ctnn::adam{.learning_rate = 0.003}, samples,
                    {.epochs = 8, .shuffle = true, .seed = 1});
    if (!trained.ok()) {
        std::puts(trained.problem().message().c_str());
        return 1;
    }
    auto const net = ctnn::folded(trained.network);
    auto const weights = std::bit_cast<numbers_of_net>(net);
    if (count > 1) {
        write(weights);
        return 0;
    }
    auto const small = ctnn::quantize(net, keywords::said<6, 0>()).network;
    std::size_t const in_float = keywords::recognized(net, others);
    std::size_t const in_int8 = keywords::recognized(small, others);
    std::printf("%zu parameters, %zu multiply-adds\n", weights.size(),
                ctnn::footprint<keywords::shipped>.multiply_adds);
    std::printf("in float   %4zu bytes   %zu of %zu words\n", sizeof net, in_float, others.size());
    std::printf("in int8    %4zu bytes   %zu of %zu words\n", sizeof small, in_int8, others.size());
    bool const are_same = weights == keywords::weights;
    std::puts(are_same ? "the weights are the board's" : "THE WEIGHTS ARE NOT THE BOARD'S");
    return are_same && in_float >= 380 && in_int8 + 4 >= in_float ? 0 : 1;
}
