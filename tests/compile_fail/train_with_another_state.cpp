// expect: training_result_with_state<(ctnn::)?no_state>.*but_needs_state<(ctnn::)?optimizer_memory<.*heavy::memory<double>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

struct heavy {
    template <class T>
    struct memory {
        T velocity{};
    };
    template <class Scalar>
    static constexpr Scalar at() {
        return Scalar(1);
    }
    static constexpr void update(auto&, auto const&, auto&, auto const&) {}
};

auto const first = ctnn::train(model{}, ctnn::mean_squared_error{}, ctnn::sgd{}, samples, {});
#ifdef CTNN_WRONG
auto const second = ctnn::train(first, ctnn::mean_squared_error{}, heavy{}, samples, {});
#else
auto const second = ctnn::train(first, ctnn::mean_squared_error{}, ctnn::sgd{}, samples, {});
#endif
