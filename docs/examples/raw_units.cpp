// A proof in centimetres: the network is trained on standardized flowers, then the scale moves into its first
// layer. The proof covers everything that runs, from the ruler to the species.

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
constexpr auto net = ctnn::with_raw_inputs(ctnn::trained<recipe>.network, iris::on_one_scale);

// Every flower with sepals and petals of these sizes, in centimetres, is classified as setosa, not virginica.
using namespace ctnn::verify::outputs;
constexpr ctnn::box<float, 4> small{{4.8f, 3.2f, 1.2f, 0.1f}, {5.2f, 3.8f, 1.6f, 0.3f}};
constexpr auto is_setosa = ctnn::verify::prove(net, small, class_is(0) && output<2> <= 0.01, 20);
static_assert(ctnn::verify::require<is_setosa>());

// The first unseen flower, measured to half a millimetre.
constexpr auto by_ruler = ctnn::verify::robust(net, iris::parts.test[0].input, 0.05f);
static_assert(ctnn::verify::require<by_ruler>());

} // namespace

int main() {
    std::size_t right = 0, same = 0;
    for (std::size_t i = 0; i < iris::unseen; ++i) {
        auto const& in_cm = iris::parts.test[i];
        std::size_t const species = ctnn::argmax(net(in_cm.input));
        right += species == ctnn::argmax(in_cm.target);
        same +=
            species == ctnn::argmax(ctnn::trained<recipe>.network(iris::on_one_scale(in_cm.input)));
    }
    std::printf("%zu of %zu right, %zu the same as before the scale moved in\n", right,
                iris::unseen, same);
    return same == iris::unseen ? 0 : 1;
}
