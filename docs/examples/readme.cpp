#include "iris_csv.hpp" // the text of iris.csv as a constant, made by ctnn_embed
#include <cstdio>
#include <ctnn/ctnn.hpp>
using namespace ctnn;
constexpr auto iris = split<120>(embedded_samples<iris_csv, float, 4, 3>, 1);
using model = ctnn::network<float, input<4>, dense<8, relu>, dense<3, softmax>>;
struct recipe {
    static constexpr auto network = initialize<model>(he_uniform{}, 1);
    static constexpr auto loss = cross_entropy{};
    static constexpr auto optimizer = sgd{.learning_rate = 0.02};
    static constexpr auto& samples = iris.training;
    static constexpr std::size_t epochs = 20;
};
constexpr auto& net = trained<recipe>.network; // The compiler trains the network,
constexpr auto robust = verify::robust(net, iris.test[0].input, 0.1f);
static_assert(verify::require<robust>()); // and proves that no error up to 0.1 changes the class.
int main() {
    std::printf("%g of %zu right\n", accuracy(net, iris.test) * iris.test.size(), iris.test.size());
}
