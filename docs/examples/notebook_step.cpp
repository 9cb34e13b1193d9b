// The step of backpropagation that this library grew out of, from a university lecture (SIN-392,
// 2022-1, class 17): every intermediate value, as in the lecture and as it should be. The lecture
// makes six mistakes; each is named where it shows. docs/notebook.md tells the story.

#include "notebook_figures.hpp"
#include "notebook_random.hpp"

#include <array>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>

namespace {

using notebook::as_in_the_lecture;
using notebook::correct;

constexpr int width = 40;

template <class Values>
void print_cell(Values const& values) {
    int used = 0;
    for (double const value : values)
        used += std::printf("%12.8f", value);
    std::printf("%*s", width > used ? width - used : 1, "");
}

template <std::size_t Left, std::size_t Right>
void print_row(char const* name, std::array<double, Left> const& left,
               std::array<double, Right> const& right) {
    std::printf("%-24s", name);
    print_cell(left);
    print_cell(right);
    std::printf("\n");
}

template <std::size_t Rows, std::size_t Columns>
void print_row(char const* name, ctnn::matrix<double, Rows, Columns> const& left,
               ctnn::matrix<double, Rows, Columns> const& right) {
    for (std::size_t row = 0; row < Rows; ++row) {
        std::printf("%-24s", row == 0 ? name : "");
        print_cell(left[row]);
        print_cell(right[row]);
        std::printf("\n");
    }
}

void explain(int number, char const* mistake) {
    std::printf("%24s! mistake %d: %s\n", "", number, mistake);
}

void print_step() {
    auto const& l = as_in_the_lecture;
    auto const& c = correct;
    auto const& net = notebook::initial<ctnn::softmax>;
    std::printf("%-24s%-*s%s\n", "", width, "  as in the lecture", "  correct");
    print_row("W0", net.layer<0>().weights, net.layer<0>().weights);
    print_row("b0", net.layer<0>().biases, net.layer<0>().biases);
    print_row("W1", net.layer<1>().weights, net.layer<1>().weights);
    print_row("b1", net.layer<1>().biases, net.layer<1>().biases);
    print_row("x", notebook::x, notebook::x);
    print_row("v0 = x W0 + b0", l.v0, c.v0);
    print_row("y0 = relu(v0)", l.y0, c.y0);
    print_row("v1 = y0 W1 + b1", l.v1, c.v1);
    print_row("y1 = softmax(v1)", l.y1, c.y1);
    explain(6, "softmax is not shifted by its maximum. Here it gives the same numbers; for v1\n"
               "                          above 709 it overflows, where the shifted one does not.");
    print_row("error", l.error, c.error);
    explain(1, "the loss takes log10, but its derivative is that of the natural logarithm.");
    print_row("dE/dy1", l.dE_dy1, c.dE_dy1);
    explain(2,
            "the sign of the second term: it is -t/p + (1-t)/(1-p), not -(t/p + (1-t)/(1-p)).\n"
            "                          Both classes get the same gradient, the step raises both. "
            "(The loss\n                          -sum t ln p has no second term at all.)");
    print_row("dy1/dv1", std::array{l.dy1_dv1[0][0], l.dy1_dv1[1][1]},
              std::array{c.dy1_dv1[0][0], c.dy1_dv1[0][1]});
    print_row("", std::array<double, 0>{}, std::array{c.dy1_dv1[1][0], c.dy1_dv1[1][1]});
    explain(3,
            "only the diagonal of softmax's Jacobian p_i (d_ij - p_j). The whole one folds with\n"
            "                          the cross-entropy into dE/dv1 = p - t:");
    print_row("dE/dv1", l.dE_dv1, c.dE_dv1);
    print_row("dv1/dW1", l.dv1_dW1, c.dv1_dW1);
    print_row("dE/dW1", l.dE_dW1, c.dE_dW1);
    print_row("W1' = W1 - 0.01 dE/dW1", l.W1_next, c.W1_next);
    print_row("dy0/dv0", l.dy0_dv0, c.dy0_dv0);
    print_row("dv0/dW0", l.dv0_dW0, c.dv0_dW0);
    print_row("dv1/dy0", l.dv1_dy0, c.dv1_dy0);
    explain(4, "the hidden layer's gradient goes through the weights after their update; it must\n"
               "                          go through those that made the output.");
    print_row("dE/dy0, over outputs", l.dE_dy0, c.dE_dy0);
    print_row("dE/dW0", l.dE_dW0, c.dE_dW0);
    print_row("W0' = W0 - 0.01 dE/dW0", l.W0_next, c.W0_next);
    print_row("b1'", l.b1_next, c.b1_next);
    print_row("b0'", l.b0_next, c.b0_next);
    explain(5, "the biases are never updated.");
}

template <std::size_t Rows, std::size_t Columns>
void print_drawn(char const* name, ctnn::matrix<double, Rows, Columns> const& values) {
    for (std::size_t row = 0; row < Rows; ++row) {
        std::printf("%-24s", row == 0 ? name : "");
        print_cell(values[row]);
        std::printf("\n");
    }
}

void print_random() {
    auto const& net = notebook::drawn;
    std::printf("\nParameters at random, seed 1234, as numpy draws them\n");
    print_drawn("W0", net.layer<0>().weights);
    print_drawn("b0", ctnn::matrix<double, 1, 3>{net.layer<0>().biases});
    print_drawn("W1", net.layer<1>().weights);
    print_drawn("b1", ctnn::matrix<double, 1, 2>{net.layer<1>().biases});
}

// The loops that the lecture leaves as comments. It has one row of data; so that there is something
// to shuffle, here are three more.
constexpr std::array<ctnn::sample<std::array<double, 2>, std::array<double, 2>>, 4> samples{
    {{notebook::x, notebook::target},
     {{0.7, 0.1}, {0.0, 1.0}},
     {{0.2, 0.9}, {1.0, 0.0}},
     {{0.8, 0.3}, {0.0, 1.0}}}};

bool train() {
    std::printf("\nTraining: 20 iterations over 4 shuffled samples, rate 0.01\n");
    constexpr ctnn::training_options one_epoch{.epochs = 1, .shuffle = true, .seed = 1234};
    constexpr ctnn::sgd optimizer{.learning_rate = notebook::learning_rate};
    auto result = ctnn::train(notebook::initial<ctnn::softmax>, ctnn::cross_entropy{}, optimizer,
                              samples, one_epoch);
    double const first = result.loss;
    std::printf("iteration %2zu  loss %.6f\n", result.epochs, result.loss);
    while (result.ok() && result.epochs < 20) {
        result = ctnn::train(result, ctnn::cross_entropy{}, optimizer, samples, one_epoch);
        std::printf("iteration %2zu  loss %.6f\n", result.epochs, result.loss);
    }
    return result.ok() && result.loss < first;
}

} // namespace

int main() {
    print_step();
    print_random();
    return train() ? 0 : 1;
}
