#include <ctnn/training/detail/slices.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/training/detail/slice_size.hpp>
#include <ctnn/training/train.hpp>
#include <ctnn/training/trained.hpp>
#include <type_traits>

#include "../../catch.hpp"
#include "../../laws/own_optimizers.hpp"
#include "../../support/compare.hpp"
#include "../../support/random_numbers.hpp"

namespace {

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<4, ctnn::tanh>,
                            ctnn::dense<2, ctnn::softmax>>;
using pair = std::array<double, 2>;
constexpr std::array samples_in_a_row{
    ctnn::sample{pair{0, 0}, pair{1, 0}}, ctnn::sample{pair{0, 1}, pair{0, 1}},
    ctnn::sample{pair{1, 0}, pair{0, 1}}, ctnn::sample{pair{1, 1}, pair{1, 0}},
    ctnn::sample{pair{0.5, 0.5}, pair{0.5, 0.5}}};

// A training of 4 epochs of 5 samples in slices of SliceSize samples.
template <std::size_t SliceSize, class Optimizer, std::size_t BatchSize>
struct recipe {
    static constexpr model network = seeded::random_numbers(4).network<model>();
    static constexpr ctnn::cross_entropy loss{};
    static constexpr Optimizer optimizer{.learning_rate = 0.5};
    static constexpr auto& samples = samples_in_a_row;
    static constexpr std::size_t epochs = 4;
    static constexpr std::size_t batch_size = BatchSize;
    static constexpr bool shuffle = BatchSize > 1;
    static constexpr std::uint64_t seed = 9;
};

} // namespace

// As if the compiler's limit were that.
template <std::size_t SliceSize, class Optimizer, std::size_t BatchSize>
struct ctnn::compiler::slice_size<recipe<SliceSize, Optimizer, BatchSize>> {
    static constexpr std::size_t samples = SliceSize;
    static constexpr std::size_t of_one_sample = 1;
    static constexpr std::size_t limit = SliceSize;
};

namespace {

template <std::size_t SliceSize>
using parts = ctnn::compiler::training_of<recipe<SliceSize, ctnn::sgd, 1>>;

// Every sample is in one slice, and every epoch ends in one.
static_assert(parts<1>::slices == 20 && parts<7>::slices == 3 && parts<20>::slices == 1);
static_assert(parts<7>::begin(0) == 0 && parts<7>::end(0) == 7 && parts<7>::begin(2) == 14 &&
              parts<7>::end(2) == 20);
static_assert(parts<7>::epochs_in(0) == 1 && parts<7>::epochs_in(1) == 1 &&
              parts<7>::epochs_in(2) == 2);
static_assert(parts<1>::epochs_in(3) == 0 && parts<1>::epochs_in(4) == 1);
static_assert(parts<1000>::slices == 1 && parts<1000>::end(0) == 20);

// Where no batch is half done a slice hands on no gradient.
static_assert(sizeof(parts<7>::progress) <
              sizeof(ctnn::compiler::training_of<recipe<7, ctnn::sgd, 2>>::progress));

template <std::size_t SliceSize, class Optimizer, std::size_t BatchSize>
void check_slices_of() {
    using here = recipe<SliceSize, Optimizer, BatchSize>;
    constexpr auto trained = ctnn::trained<here>;
    ctnn::training_options const options{
        .batch_size = BatchSize, .shuffle = here::shuffle, .seed = here::seed};
    ctnn::training_result<model, ctnn::detail::state_of<Optimizer, model>> result{
        compare::opaque(here::network)};
    CAPTURE(SliceSize, BatchSize);
    for (double const mean : trained.losses) {
        result = train(result, here::loss, here::optimizer, here::samples, options);
        CHECK(compare::same_bits(mean, result.loss));
    }
    CHECK(result.epochs == here::epochs);
    CHECK(compare::same_bits(trained.network, result.network));
}

template <class Optimizer, std::size_t BatchSize>
void check() {
    check_slices_of<1, Optimizer, BatchSize>();
    check_slices_of<5, Optimizer, BatchSize>();
    check_slices_of<7, Optimizer, BatchSize>();
    check_slices_of<1000, Optimizer, BatchSize>();
}

} // namespace

TEST_CASE("a training in slices of any size has the bits of one on the machine", "[compiler]") {
    check<ctnn::sgd, 1>();
    check<ctnn::sgd, 3>();
    check<own::momentum, 2>();
}
