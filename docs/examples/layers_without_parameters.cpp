// Pools, and layers that move numbers. docs/layers_without_parameters.md has these parts.

#include <array>
#include <cstdio>
#include <ctnn/ctnn.hpp>
#include <type_traits>

namespace {

using namespace ctnn;

namespace of_average_pool {
// [average_pool]
constexpr network<float, input<2, 4, 1>, average_pool<kernel_size<2, 2>>> net;
static_assert(net({1, 2, 3, 4, //
                   5, 6, 7, 8}) == std::array{3.5f, 5.5f});
// [average_pool]
} // namespace of_average_pool

namespace of_global_pools {
// [global_pools]
using mean = network<float, input<2, 2, 2>, global_average_pool>;
using largest = network<float, input<2, 2, 2>, global_max_pool>;
static_assert(mean{}({1, 2, 3, 4, 5, 6, 7, 8}) == std::array{4.0f, 5.0f});
static_assert(largest{}({1, 2, 3, 4, 5, 6, 7, 8}) == std::array{7.0f, 8.0f});
// [global_pools]
} // namespace of_global_pools

namespace of_zero_padding {
// [zero_padding]
constexpr network<float, input<1, 2, 1>, zero_padding<1, sides{0, 1}>> net;
static_assert(net({1, 2}) == std::array<float, 9>{0, 0, 0, //
                                                  1, 2, 0, //
                                                  0, 0, 0});
// [zero_padding]
} // namespace of_zero_padding

namespace of_upsample {
// [upsample]
constexpr network<float, input<1, 2, 1>, upsample<2, 2>> net;
static_assert(net({1, 2}) == std::array<float, 8>{1, 1, 2, 2, //
                                                  1, 1, 2, 2});
// [upsample]
} // namespace of_upsample

namespace of_permute {
// [permute]
constexpr network<float, input<1, 2, 3>, permute<2, 0, 1>> net; // channels first: 3 x 1 x 2
static_assert(net({1, 2, 3, 4, 5, 6}) == std::array<float, 6>{1, 4, 2, 5, 3, 6});
// [permute]
} // namespace of_permute

namespace of_reshape {
// [reshape]
using model =
    network<float, input<4>, dense<12>, reshape<2, 2, 3>, conv2d<1, kernel_size<2, 2>>, flatten>;
static_assert(std::is_same_v<model::stage<1>::output_shape, shape<2, 2, 3>>);
static_assert(std::is_same_v<model::output_shape, shape<1>>);
// [reshape]
} // namespace of_reshape

// A picture, its border, twice its size, and back.
using there_and_back = network<float, input<2, 2, 1>, zero_padding<1, 1>, upsample<2, 2>,
                               average_pool<kernel_size<2, 2>>, flatten>;

} // namespace

int main() {
    auto const y = there_and_back{}({1, 2, 3, 4});
    for (std::size_t i = 0; i < y.size(); ++i)
        std::printf("%g%c", static_cast<double>(y[i]), i % 4 == 3 ? '\n' : ' ');
    return y[5] == 1 && y[10] == 4 ? 0 : 1;
}
