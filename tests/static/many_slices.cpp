// However many slices a training has, they are no deep recursion of templates: this file is compiled
// with a -ftemplate-depth that is far below their number.

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>

namespace {

using model = ctnn::network<double, ctnn::input<1>, ctnn::dense<1>>;
using number = std::array<double, 1>;
constexpr std::array line{ctnn::sample{number{0}, number{1}}, ctnn::sample{number{1}, number{3}},
                          ctnn::sample{number{0.5}, number{2}}};

struct recipe {
    static constexpr model network{};
    static constexpr ctnn::mean_squared_error loss{};
    static constexpr ctnn::sgd optimizer{.learning_rate = 0.25};
    static constexpr auto& samples = line;
    static constexpr std::size_t epochs = 100;
};

} // namespace

// As if the compiler's limit were a single sample.
template <>
struct ctnn::compiler::slice_size<recipe> {
    static constexpr std::size_t samples = 1;
    static constexpr std::size_t of_one_sample = 1;
    static constexpr std::size_t limit = 1;
};

static_assert(ctnn::compiler::training_of<recipe>::slices == 300);
constexpr auto trained = ctnn::trained<recipe>;
static_assert(trained.network == ctnn::train(recipe::network, recipe::loss, recipe::optimizer, line,
                                             {.epochs = recipe::epochs})
                                     .network);
static_assert(trained.losses.size() == 100 && trained.losses.back() < 1e-9);
