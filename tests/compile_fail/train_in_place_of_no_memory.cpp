// expect: first_argument_of_type<.*training_result<.*is_not_a_training_memory
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

#ifdef CTNN_WRONG
ctnn::training_result<model> learner;
#else
ctnn::training_memory<model> learner;
#endif
auto const& result =
    ctnn::train_in_place(learner, ctnn::mean_squared_error{}, ctnn::sgd{}, samples, {});
