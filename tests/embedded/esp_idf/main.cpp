#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>>;
constexpr auto net = ctnn::initialize<model>(ctnn::he_uniform{}, 1);

extern "C" void app_main();
void app_main() {
    float const volatile read = 1;
    float const input = read;
    float volatile output = net({input, input})[0];
    static_cast<void>(output);
}
