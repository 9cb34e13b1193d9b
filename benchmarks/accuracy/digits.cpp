// How many unseen handwritten digits of 8x8 pixels networks read after 20 epochs: the mean over ten seeds of weights and
// order, and the least. First with the split of the examples, then with a split for each seed, and with the last 297 digits
// of the file, which other people wrote.
//
//     digits

#include "digits_csv.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctnn/ctnn.hpp>
#include <span>

namespace {

using namespace ctnn;

constexpr std::size_t trained_on = 1500;
constexpr unsigned epochs = 20, seeds = 10;
constexpr auto all = rescale(embedded_samples<digits_csv, float, 64, 10>, 1.0F / 16);
constexpr std::span in_file_order(all);

using dense_32 = network<float, input<64>, dense<32, relu>, dense<10, softmax>>;
using convolution_16 = network<float, input<8, 8, 1>, conv2d<16, kernel_size<3, 3>, relu>,
                               max_pool<kernel_size<2, 2>>, dense<10, softmax>>;

struct percent {
    double sum = 0, least = 100;

    void add(double accuracy) {
        sum += 100 * accuracy;
        least = std::min(least, 100 * accuracy);
    }
    void print() const { std::printf("    %6.2f (%5.2f)", sum / seeds, least); }
};

template <class Network, class Optimizer, class Training, class Test>
double accuracy_of(Optimizer const& optimizer, unsigned seed, Training const& training,
                   Test const& test) {
    auto const trained = train(initialize<Network>(he_uniform{}, seed), cross_entropy{}, optimizer,
                               training, {.epochs = epochs, .shuffle = true, .seed = seed});
    if (!trained.ok()) {
        std::puts(trained.problem().message().c_str());
        std::exit(EXIT_FAILURE);
    }
    return accuracy(trained.network, test);
}

template <class Network, class Optimizer>
void print_row(char const* name, char const* by, Optimizer const& optimizer) {
    static auto const one_split = split<trained_on>(all, 1234);
    percent same, each, last;
    for (unsigned seed = 1; seed <= seeds; ++seed) {
        same.add(accuracy_of<Network>(optimizer, seed, one_split.training, one_split.test));
        auto const parts = split<trained_on>(all, seed);
        each.add(accuracy_of<Network>(optimizer, seed, parts.training, parts.test));
        last.add(accuracy_of<Network>(optimizer, seed, in_file_order.first<trained_on>(),
                                      in_file_order.subspan<trained_on>()));
    }
    std::printf("%-26s%-14s%10zu", name, by, Network::parameter_count);
    same.print();
    each.print();
    last.print();
    std::printf("\n");
}

template <class Network>
void print_rows(char const* name) {
    constexpr std::size_t steps = trained_on * epochs;
    print_row<Network>(name, "sgd", sgd{.learning_rate = 0.05});
    print_row<Network>(name, "sgd, cosine", cosine_decay<sgd>{{.learning_rate = 0.1}, steps});
    print_row<Network>(name, "adam, cosine", cosine_decay<adam>{{.learning_rate = 0.003}, steps});
}

} // namespace

int main() {
    std::printf("%% read, mean (least) of %u seeds%17s%18s%18s%18s\n\n", seeds, "parameters",
                "one split", "ten splits", "file order");
    print_rows<dense_32>("64-32-10, relu");
    print_rows<convolution_16>("conv16 3x3-pool-10, relu");
}
