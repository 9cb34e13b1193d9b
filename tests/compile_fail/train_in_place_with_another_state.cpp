// expect: training_result_with_state<(ctnn::)?no_state>.*but_needs_state<(ctnn::)?optimizer_memory<.*adam
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

ctnn::training_memory<model> memory;
#ifdef CTNN_WRONG
auto const& result =
    ctnn::train_in_place(memory, ctnn::mean_squared_error{}, ctnn::adam{}, samples, {});
#else
auto const& result =
    ctnn::train_in_place(memory, ctnn::mean_squared_error{}, ctnn::sgd{}, samples, {});
#endif
