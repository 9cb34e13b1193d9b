#include "result.hpp"
#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>

namespace {

// Named alike in both: what the linker could take for one function, it would.
using model = ctnn::network<float, ctnn::input<7>, ctnn::dense<9, ctnn::tanh>, ctnn::dense<1>>;
using one_sample = ctnn::sample<model::input_type, model::output_type>;

constexpr std::array<one_sample, 10> all_samples(std::size_t nothing) {
    std::array<one_sample, 10> all{};
    for (std::size_t i = nothing; i < 10; ++i) {
        for (std::size_t j = 0; j < 7; ++j)
            all[i].input[j] = static_cast<float>(i * j % 11) * 0.1F - 0.3F;
        all[i].target[0] = all[i].input[3];
    }
    return all;
}

struct recipe {
    static constexpr model network = ctnn::initialize<model>(ctnn::glorot_uniform{}, 1);
    static constexpr ctnn::mean_squared_error loss{};
    static constexpr ctnn::sgd optimizer{.learning_rate = 0.1};
    static constexpr auto samples = all_samples(0);
    static constexpr std::size_t epochs = 2;
};

constexpr float answer(model const& net) {
    return net(recipe::samples[4].input)[0];
}
constexpr float trained_answer(std::size_t nothing) {
    return answer(ctnn::train(recipe::network, recipe::loss, recipe::optimizer,
                              all_samples(nothing), {.epochs = recipe::epochs})
                      .network);
}

constexpr float in_constant = trained_answer(0);
constexpr float by_recipe = answer(ctnn::trained<recipe>.network);
std::size_t const volatile zero = 0;

} // namespace

#if defined(CTNN_FUSED_ARITHMETIC)
result fused_result() {
#else
result separate_result() {
#endif
    return {in_constant, by_recipe, trained_answer(zero), ctnn::arithmetic::is_fused};
}
