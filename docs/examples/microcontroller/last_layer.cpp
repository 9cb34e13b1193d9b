// Only the last layer learns on the board: what finds features in the pictures of digits is a constant
// in flash, and what names them from the features is one small network in RAM.

#include "../digits_data.hpp"
#include "console.hpp"
#include "number.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>

namespace {

using hidden = ctnn::dense<16, ctnn::relu>;
using output = ctnn::dense<10, ctnn::softmax>;
using model = ctnn::network<float, ctnn::input<64>, hidden, output>;
using body = ctnn::network<float, ctnn::input<64>, hidden>;
using head = ctnn::network<float, ctnn::input<16>, output>;

// The compiler trains the whole with a part of the digits.
constexpr auto known = ctnn::split<150>(digits::training, 1).training;

struct recipe {
    static constexpr auto network = ctnn::initialize<model>(ctnn::he_uniform{}, 1);
    static constexpr auto loss = ctnn::cross_entropy{};
    static constexpr auto optimizer = ctnn::sgd{.learning_rate = 0.05};
    static constexpr auto& samples = known;
    static constexpr std::size_t epochs = 1;
};

// Layers of the same shape have parameters of the same type.
constexpr body features = [] {
    body first;
    first.layer<0>() = ctnn::trained<recipe>.network.layer<0>();
    return first;
}();
constinit ctnn::training_result<head> learner = [] {
    ctnn::training_result<head> last;
    last.network.layer<0>() = ctnn::trained<recipe>.network.layer<1>();
    return last;
}();

// Pictures that come at run time: of each pixel a byte, 0 to 16, and which digit it is.
struct picture {
    std::array<std::uint8_t, 64> pixels{};
    std::uint8_t digit = 0;
};
constexpr std::size_t coming = 200;
constexpr auto pictures = [] {
    std::array<picture, coming + 100> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const& one = i < coming ? digits::training[1000 + i] : digits::test[i - coming];
        for (std::size_t k = 0; k < 64; ++k)
            all[i].pixels[k] = static_cast<std::uint8_t>(one.input[k] * 16);
        all[i].digit = static_cast<std::uint8_t>(ctnn::argmax(one.target));
    }
    return all;
}();

std::array<float, 16> features_of(picture const& one) {
    std::array<float, 64> x{};
    for (std::size_t k = 0; k < 64; ++k)
        x[k] = static_cast<float>(one.pixels[k]) / 16;
    return features(x);
}

unsigned show(char const* when) {
    unsigned right = 0;
    for (std::size_t i = coming; i < pictures.size(); ++i)
        right += ctnn::argmax(learner.network(features_of(pictures[i]))) == pictures[i].digit;
    print(when);
    print_number(right, 10);
    print(" of 100 digits, parameters ");
    std::uint32_t digest = 0;
    for (float const weight : learner.network.layer<0>().weights.values)
        digest = digest * 31 + std::bit_cast<std::uint32_t>(weight);
    print_number(digest, 16);
    print("\n");
    return right;
}

} // namespace

int main() {
    unsigned const before = show("before: ");
    for (std::size_t i = 0; i < coming; ++i)
        ctnn::train_step(learner, recipe::loss, recipe::optimizer, features_of(pictures[i]),
                         ctnn::one_hot<float, 10>(pictures[i].digit));
    unsigned const after = show("after:  ");
    return learner.ok() && after > before ? 0 : 1;
}
