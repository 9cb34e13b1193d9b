// expect: layer<1(UL)?, (ctnn::)?dense<2.*gets_a_target_of_size<3(UL)?>.*but_needs_size<2(UL)?>
// The compiler says first in which function it is, and how that was instantiated.
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;

template <class Target>
double distance(model const& net, Target const& target) {
    std::array const samples{ctnn::sample{std::array{0.1, 0.7}, target}};
    return ctnn::train(net, ctnn::mean_squared_error{}, ctnn::sgd{}, samples, {}).loss;
}

int main() {
#ifdef CTNN_WRONG
    return distance(model{}, std::array{1.0, 0.0, 0.0}) > 0;
#else
    return distance(model{}, std::array{1.0, 0.0}) > 0;
#endif
}
