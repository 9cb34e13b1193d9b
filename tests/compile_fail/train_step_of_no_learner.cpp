// expect: first_argument_of_type<(ctnn::)?network<.*is_not_a_training_result
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};
using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};
constexpr pair x{0.1, 0.7}, target{1, 0};
model plain{};
ctnn::training_result<model> learner{net};

#ifdef CTNN_WRONG
auto const value = ctnn::train_step(plain, ctnn::mean_squared_error{}, ctnn::sgd{}, x, target);
#else
auto const value = ctnn::train_step(learner, ctnn::mean_squared_error{}, ctnn::sgd{}, x, target);
#endif
