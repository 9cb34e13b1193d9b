// A program outside of the project: what a user writes first.
#include <array>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>,
                            ctnn::dense<2, ctnn::softmax>>;

constexpr model net{{{{0.1, 0.2, 0.3}, {0.3, 0.2, 0.7}}, {1.0, 1.0, 1.0}},
                    {{{0.2, 0.3}, {0.3, 0.5}, {0.6, 0.4}}, {1.0, 1.0}}};
constexpr std::array<double, 2> x{0.1, 0.7};
constexpr std::array<double, 2> y = net(x);
static_assert(y[0] > 0.487502 && y[0] < 0.487503);

int main(int argument_count, char**) {
    // An argument that the compiler cannot know keeps this run out of its hands.
    std::array<double, 2> const same{0.1 * argument_count, 0.7};
    std::array<double, 2> const again = net(same);
    return again == y ? 0 : 1;
}
