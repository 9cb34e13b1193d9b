// expect: optimizer_of_type<mine>.*has_a_problem_that_is_no_const_template_of_the_scalar_giving_a_char_const_pointer
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

struct mine : ctnn::sgd {
#ifdef CTNN_WRONG
    constexpr char const* problem() const {
        return learning_rate > 1 ? "learning_rate is above 1" : nullptr;
    }
#else
    template <class Scalar>
    constexpr char const* problem() const {
        return learning_rate > 1 ? "learning_rate is above 1" : nullptr;
    }
#endif
};

auto const result = ctnn::train(model{}, ctnn::mean_squared_error{}, mine{}, samples, {});
