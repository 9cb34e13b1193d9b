// expect: optimizer_of_type<mine>.*has_square_roots_that_are_no_static_constexpr_number
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

struct mine : ctnn::sgd {
#ifdef CTNN_WRONG
    static constexpr std::size_t square_roots() {
        return 0;
    }
#else
    static constexpr std::size_t square_roots = 0;
#endif
};

auto const result = ctnn::train(model{}, ctnn::mean_squared_error{}, mine{}, samples, {});
