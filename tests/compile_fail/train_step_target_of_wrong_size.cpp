// expect: layer<1(UL)?, (ctnn::)?dense<2(UL)?.*gets_a_target_of_size<3(UL)?>.*but_needs_size<2(UL)?>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>, ctnn::dense<2, ctnn::softmax>>;
ctnn::training_result<model> learner;
std::array<double, 2> const x{0.1, 0.7};

int main() {
#ifdef CTNN_WRONG
    std::array<double, 3> const target{1, 0, 0};
#else
    std::array<double, 2> const target{1, 0};
#endif
    ctnn::train_step(learner, ctnn::cross_entropy{}, ctnn::sgd{}, x, target);
}
