// expect: layer<1.*dense<1, (ctnn::)?sigmoid>.*is_one_class_and_always_right_for<(ctnn::)?cross_entropy>.*use_binary_cross_entropy_or_an_output_for_each_class
#include <ctnn/ctnn.hpp>

using pair = std::array<double, 2>;
using one = std::array<double, 1>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, one{1}}};
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>,
                            ctnn::dense<1, ctnn::sigmoid>>;

#ifdef CTNN_WRONG
constexpr ctnn::cross_entropy loss{};
#else
constexpr ctnn::binary_cross_entropy loss{};
#endif
auto const result = ctnn::train(model{}, loss, ctnn::sgd{}, samples, {});
