// expect: error::training_of_scalar<.*fixed_point<3, 12.*>::needs_one_that_saturates
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using fixed = ctnn::fixed_point<3, 12, ctnn::overflow::is_excluded>;
#else
using fixed = ctnn::fixed_point<3, 12>;
#endif
using model = ctnn::network<fixed, ctnn::input<1>, ctnn::dense<1>>;
constexpr std::array<ctnn::sample<std::array<fixed, 1>, std::array<fixed, 1>>, 1> samples{
    {{{fixed(1)}, {fixed(0.5)}}}};
constexpr auto result = ctnn::train(model{{{{fixed(1)}}, {fixed(0)}}}, ctnn::mean_squared_error{},
                                    ctnn::sgd{.learning_rate = 0.1}, samples, {});
static_assert(result.ok());
