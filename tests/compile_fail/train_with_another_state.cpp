// expect: training_result_with_state<(ctnn::)?no_state>.*but_needs_state<heavy::state<
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

struct heavy {
    template <class Network>
    struct state {
        Network velocity{};
    };
    static constexpr bool is_valid() { return true; }
    static constexpr void apply(model&, model const&, state<model>&) {}
};

auto const first = ctnn::train(model{}, ctnn::mean_squared_error{}, ctnn::sgd{}, samples, {});
#ifdef CTNN_WRONG
auto const second = ctnn::train(first, ctnn::mean_squared_error{}, heavy{}, samples, {});
#else
auto const second = ctnn::train(first, ctnn::mean_squared_error{}, ctnn::sgd{}, samples, {});
#endif
