// A network that is too large for the stack: 784-512-512-10 is 2.7 MB, and a training needs three of
// them. Everything as large as the network lies in one object, which this program puts on the heap; a
// static variable would do as well. Nothing that is called here puts a network on the stack.

#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>
#include <memory>
#include <vector>

namespace {

using model = ctnn::network<float, ctnn::input<784>, ctnn::dense<512, ctnn::relu>,
                            ctnn::dense<512, ctnn::relu>, ctnn::dense<10, ctnn::softmax>>;
using image = ctnn::sample<model::input_type, model::output_type>;

// Ten pictures of 28 by 28: class k has a bright row.
std::vector<image> pictures() {
    std::vector<image> all(10);
    for (std::size_t k = 0; k < all.size(); ++k) {
        for (std::size_t x = 0; x < 28; ++x)
            all[k].input[(2 * k + 4) * 28 + x] = 1;
        all[k].target = ctnn::one_hot<float, 10>(k);
    }
    return all;
}

} // namespace

int main() {
    auto const images = pictures();
    auto const memory = std::make_unique<ctnn::training_memory<model>>();
    ctnn::initialize(memory->result.network, ctnn::he_uniform{}, 1);
    auto const& result =
        ctnn::train_in_place(*memory, ctnn::cross_entropy{}, ctnn::sgd{.learning_rate = 0.1},
                             images, {.epochs = 5, .batch_size = 5, .shuffle = true});
    if (!result.ok()) {
        std::printf("%s\n", result.problem().message().c_str());
        return 1;
    }
    std::printf("loss %.3f, accuracy %.2f\n", static_cast<double>(result.loss),
                ctnn::accuracy(result.network, images));
    return ctnn::accuracy(result.network, images) == 1 ? 0 : 1;
}
