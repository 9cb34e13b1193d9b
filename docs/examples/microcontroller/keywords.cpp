// A network with the shape of a keyword spotter on a board: in float, as ../keywords.cpp trained it, and in integers of 8
// bits, which the compiler makes of it. The board hears words and counts how many each recognizes, and how long that takes.

#include "../data/keywords_weights.hpp"
#include "../keywords_data.hpp"
#include "console.hpp"
#include "counter.hpp"
#include "number.hpp"

#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>

namespace {

constexpr auto net = keywords::with(keywords::weights);
constexpr auto small = ctnn::quantize(net, keywords::said<6, 0>()).network;

constexpr std::uint32_t first = 1000, count = 100; // words that neither has met

struct result {
    std::uint32_t recognized = 0;
    std::uint32_t instructions = 0; // for one word
};

template <class Net>
[[gnu::noinline]] result heard_by(Net const& hears) {
    result all;
    for (std::uint32_t seed = first; seed < first + count; ++seed) {
        keywords::sample const word = keywords::said_once(seed);
        keywords::shipped::output_type guess;
        all.instructions = counter::of([&] { guess = hears(word.input); });
        all.recognized += ctnn::argmax(guess) == ctnn::argmax(word.target);
    }
    return all;
}

void show(char const* what, result const& all) {
    print(what);
    print_number(all.recognized, 10);
    print(" of 100 words, ");
    print_number(all.instructions, 10);
    print(" ");
    print(counter::unit);
    print(" for one\n");
}

} // namespace

int main() {
    result const in_float = heard_by(net), in_int8 = heard_by(small);
    show("in float ", in_float);
    show("in int8  ", in_int8);
    bool const is_as_good = in_int8.recognized + 1 >= in_float.recognized;
    return is_as_good && 3 * in_int8.instructions < 2 * in_float.instructions ? 0 : 1;
}
