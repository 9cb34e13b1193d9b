// Fixed point without saturation. A network that tells Fisher's iris flowers apart, trained by the
// compiler and put into numbers of 16 bits, is proven never to pass the ends of its format for any
// measurement that the sensor can give: so the code that saturates is left out.

#include "iris_data.hpp"

#include <array>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>

namespace {

using model = ctnn::network<iris::scalar, ctnn::input<4>, ctnn::dense<8, ctnn::relu>,
                            ctnn::dense<3, ctnn::softmax>>;

struct recipe {
    static constexpr auto network = ctnn::initialize<model>(ctnn::he_uniform{}, 1234);
    static constexpr auto loss = ctnn::cross_entropy{};
    static constexpr auto optimizer = ctnn::sgd{.learning_rate = 0.05};
    static constexpr auto& samples = iris::data.training;
    static constexpr std::size_t epochs = 20;
    static constexpr bool shuffle = true;
    static constexpr unsigned seed = 7;
};

// In standard deviations, a little further than any flower; what is beyond is brought there
// (box.nearest).
template <class Fixed>
constexpr ctnn::box<Fixed, 4> measured{ctnn::convert<Fixed>(std::array{-2.0f, -3.0f, -2.0f, -2.0f}),
                                       ctnn::convert<Fixed>(std::array{3.0f, 3.5f, 2.0f, 2.0f})};

template <class Fixed>
constexpr auto converted = ctnn::convert<Fixed>(ctnn::trained<recipe>.network);

// From -32 to 32 is not enough, and the compiler says for which input; from -64 to 64 is.
using narrow = ctnn::fixed_point<5, 10>;
using wide = ctnn::fixed_point<6, 9>;
constexpr auto of_narrow = ctnn::verify::no_overflow(converted<narrow>, measured<narrow>);
constexpr auto of_wide = ctnn::verify::no_overflow(converted<wide>, measured<wide>);
static_assert(of_narrow.violated());
static_assert(ctnn::verify::require<of_wide>());

// Would not compile with `narrow`.
constexpr auto lean = ctnn::verify::without_saturation(converted<wide>, measured<wide>);
using lean_scalar = decltype(lean)::scalar;

// How far it is from the network in float, for every flower that is within a tenth of a deviation of
// the first unseen one: of each probability.
constexpr auto nearby = ctnn::box<float, 4>::around(iris::data.test[0].input, 0.1f);
constexpr auto as_in_float =
    ctnn::verify::equivalent(ctnn::trained<recipe>.network, converted<wide>, nearby, 0.02);
static_assert(ctnn::verify::require<as_in_float>());

} // namespace

int main() {
    auto const& x = of_narrow.counterexample;
    std::printf("fixed_point<5, 10>  saturates for %.3f %.3f %.3f %.3f\n",
                static_cast<double>(x[0]), static_cast<double>(x[1]), static_cast<double>(x[2]),
                static_cast<double>(x[3]));
    std::printf("fixed_point<6, 9>  never does: all numbers are at least %.3f from its ends\n",
                of_wide.margin);

    std::size_t same = 0, right = 0;
    for (auto const& flower : iris::data.test) {
        auto const input = measured<wide>.nearest(ctnn::convert<wide>(flower.input));
        auto const y = converted<wide>(input);
        auto const z = lean(ctnn::convert<lean_scalar>(input));
        same += y == ctnn::convert<wide>(z);
        right += ctnn::argmax(z) == ctnn::argmax(flower.target);
    }
    std::printf("without saturation  the same bits for %zu of %zu unseen flowers, %zu right\n",
                same, iris::unseen, right);
    return same == iris::unseen ? 0 : 1;
}
