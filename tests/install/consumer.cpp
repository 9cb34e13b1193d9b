// A program outside of the project: what a user writes first.
#include <array>
#include <ctnn/ctnn.hpp>

#include "consumer_csv.hpp" // made by ctnn_embed

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>,
                            ctnn::dense<2, ctnn::softmax>>;

constexpr model net{{{{0.1, 0.2, 0.3}, {0.3, 0.2, 0.7}}, {1.0, 1.0, 1.0}},
                    {{{0.2, 0.3}, {0.3, 0.5}, {0.6, 0.4}}, {1.0, 1.0}}};
constexpr std::array<double, 2> x{0.1, 0.7};
constexpr std::array<double, 2> y = net(x);
static_assert(y[0] > 0.487502 && y[0] < 0.487503);

constexpr ctnn::csv_format format{.classes = "\"long, \"\"flat\"\"\",tall"};
constexpr auto& samples = ctnn::embedded_samples<data::consumer_csv, double, 2, 2, format>;
static_assert(samples.size() == 2);
static_assert(samples[0].input == std::array{1.5, 2.0} && samples[0].target[0] == 1);
static_assert(samples[1].input == std::array{-0.3, 0.1} && samples[1].target[1] == 1);

#if !defined(CTNN_FP_CONTRACT_OFF)
#error "the target does not say that contraction is off"
#endif

int main(int argument_count, char**) {
    // An argument that the compiler cannot know keeps this run out of its hands.
    std::array<double, 2> const same{0.1 * argument_count, 0.7};
    std::array<double, 2> const again = net(same);
    return again == y ? 0 : 1;
}
