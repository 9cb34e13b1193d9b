// A training over CTNN_SAMPLES positions in one constant, for benchmarks/compile_time/slice_cost: what is
// the least limit that it stays within? CTNN_NETWORK chooses the network, CTNN_OPTIMIZER the optimizer.

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <utility>

using namespace ctnn;

#if CTNN_NETWORK == 0 // XOR
using model = network<double, input<2>, dense<4, sigmoid>, dense<2, sigmoid>>;
using loss_type = mean_squared_error;
#elif CTNN_NETWORK == 1 // Iris
using model = network<float, input<4>, dense<8, relu>, dense<3, softmax>>;
using loss_type = cross_entropy;
#elif CTNN_NETWORK == 2 // digits
using model = network<float, input<64>, dense<16, relu>, dense<10, softmax>>;
using loss_type = cross_entropy;
#elif CTNN_NETWORK == 3 // the dearest activation, and a softmax by its Jacobian
using model = network<double, input<16>, dense<64, gelu>, dense<64, gelu>, dense<16, softmax>>;
using loss_type = mean_squared_error;
#elif CTNN_NETWORK == 4 // deep and narrow
template <class>
struct deep;
template <std::size_t... Index>
struct deep<std::index_sequence<Index...>> {
    template <std::size_t>
    using layer = dense<3, ctnn::tanh>;
    using type = network<double, input<2>, layer<Index>...>;
};
using model = deep<std::make_index_sequence<32>>::type;
using loss_type = mean_squared_error;
#elif CTNN_NETWORK == 5 // layers that have no form for the compiler, because of the scalar
using model = network<dual<double>, input<4>, dense<8, relu>, dense<3, softmax>>;
using loss_type = cross_entropy;
#elif CTNN_NETWORK == 6
// (5 (3 + 4) 12 multiply-adds, and 4 * 2)
using model = network<float, input<5, 3>, gru<4>, last_step, dense<2, softmax>>;
using loss_type = cross_entropy;
#endif

using scalar = model::scalar;
using one = sample<model::input_type, model::output_type>;

constexpr std::array<one, 4> make_samples() {
    std::array<one, 4> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = 0; j < model::input_size; ++j)
            all[i].input[j] = static_cast<scalar>(0.01 * static_cast<double>((i + j) * 7 % 5 + 1));
        all[i].target[i % model::output_size] = static_cast<scalar>(1.0);
    }
    return all;
}
constexpr std::array<one, 4> samples = make_samples();

constexpr model make_network() {
    model net{};
    std::size_t k = 0;
    ctnn::detail::for_each_block(
        [&k](auto block) {
            for (std::size_t i = 0; i < block.size; ++i)
                block.data[i] = static_cast<scalar>(0.01 * (static_cast<double>(k++ % 17) - 8));
        },
        net);
    return net;
}
using optimizer = CTNN_OPTIMIZER;
constexpr compiler::progress<model, ctnn::detail::state_of<optimizer, model>, false>
    start(make_network());

constexpr bool train_for(std::size_t positions) {
    auto at = start;
    auto const problem =
        compiler::train_span(at, loss_type{}, optimizer{.learning_rate = 0.001}, samples,
                             {.epochs = 1000}, {0, 0, positions}, [](scalar) {});
    return problem.kind == training_problem::kinds::none;
}
constexpr bool trained_well = train_for(CTNN_SAMPLES);
static_assert(trained_well);

// What training/detail/slice_size.hpp expects: the script reads it from the name of this type.
template <std::size_t Cost>
struct expected_cost;
#ifdef CTNN_SAY
expected_cost<compiler::cost_of_sample<model>() + compiler::cost_of_step<optimizer, model>()> say;
#endif

int main() {}
