// What a network's parameters and arrays take is known before it is flashed: as a table, and as constants with
// budgets. Code comes on top; of that docs/microcontroller.md tells.

#include <cstdio>
#include <ctnn/ctnn.hpp>

namespace {

using model = ctnn::network<float, ctnn::input<4>, ctnn::dense<16, ctnn::relu>,
                            ctnn::dense<16, ctnn::relu>, ctnn::dense<3, ctnn::softmax>>;
constexpr auto cost = ctnn::footprint<model>;

// Where one of these fails, the compiler's message names the budget and the figure.
static_assert(ctnn::within_budget<model, ctnn::budget{.flash = 2048, .ram = 512}>);
static_assert(cost.multiply_adds < 500);

} // namespace

int main() {
    std::printf("%s\n", ctnn::summary<model>().c_str());
    std::printf("inference  parameters: %zu bytes, arrays: %zu bytes, %zu multiply-adds\n",
                cost.flash, cost.ram, cost.multiply_adds);
    std::printf("training   parameters and arrays: %zu bytes, %zu multiply-adds a sample\n",
                cost.training_ram, cost.step_multiply_adds);
}
