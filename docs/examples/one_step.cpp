// Forward pass, gradient and one step of training, all constants.

#include <ctnn/ctnn.hpp>

// A topology is a type: 2 inputs, 3 hidden neurons, 2 classes.
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>,
                            ctnn::dense<2, ctnn::softmax>>;
static_assert(sizeof(model) == 17 * sizeof(double));

// A network is a value: one {weights, biases} pair per layer, weights[input][output].
constexpr model net{{{{0.1, 0.2, 0.3}, {0.3, 0.2, 0.7}}, {1.0, 1.0, 1.0}},
                    {{{0.2, 0.3}, {0.3, 0.5}, {0.6, 0.4}}, {1.0, 1.0}}};

constexpr std::array<double, 2> x{0.1, 0.7}, target{1.0, 0.0};
constexpr auto back = ctnn::backpropagate(net, ctnn::cross_entropy{}, x, target);
constexpr model next = ctnn::sgd{.learning_rate = 0.01}.update(net, back.gradient);
static_assert(ctnn::loss(next, ctnn::cross_entropy{}, x, target) < back.loss);

int main() {}
