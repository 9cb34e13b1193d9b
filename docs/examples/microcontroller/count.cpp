// What a network costs on this board: put your own in place of this one.

#include "console.hpp"
#include "counter.hpp"
#include "number.hpp"

#include <ctnn/ctnn.hpp>

using model =
    ctnn::network<float, ctnn::input<4>, ctnn::dense<8, ctnn::relu>, ctnn::dense<3, ctnn::softmax>>;
constexpr model net = ctnn::initialize<model>(ctnn::he_uniform{}, 1);
constinit ctnn::training_result<model> learner{net};

// Global, so that the compiler neither computes the result by itself nor leaves it out.
constinit model::input_type x{5.1F, 3.5F, 1.4F, 0.2F};
constinit model::output_type y{1, 0, 0};

void show(char const* what, std::uint32_t taken) {
    print(what);
    print_number(taken, 10);
    print(" ");
    print(counter::unit);
    print("\n");
}

int main() {
    show("step of training: ",
         counter::of([] { ctnn::train_step(learner, ctnn::cross_entropy{}, ctnn::sgd{}, x, y); }));
    show("inference: ", counter::of([] { y = net(x); }));
    return 0;
}
