// expect: loss_of_type<mine>.*has_an_is_valid_that_is_no_const_function_giving_a_bool
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

struct mine : ctnn::mean_squared_error {
    double scale = 1;
#ifdef CTNN_WRONG
    constexpr bool is_valid() {
        return scale > 0;
    }
#else
    constexpr bool is_valid() const {
        return scale > 0;
    }
#endif
};

auto const result = ctnn::train(model{}, mine{}, ctnn::sgd{}, samples, {});
