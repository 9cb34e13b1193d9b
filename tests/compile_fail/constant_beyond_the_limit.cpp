// expect: train_in_one_constant_which_is_limited_use_trained_recipe_for_more
// lines: 40 50
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<4, ctnn::relu>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

#ifdef CTNN_WRONG
constexpr std::size_t epochs = 200'000;
#else
constexpr std::size_t epochs = 20;
#endif
constexpr auto result =
    ctnn::train(ctnn::initialize<model>(ctnn::glorot_uniform{}, 1), ctnn::mean_squared_error{},
                ctnn::sgd{}, samples, {.epochs = epochs});
