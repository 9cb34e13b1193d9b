#include <ctnn/tensor/shape.hpp>

#include <array>
#include <cstddef>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/tensor/dilation.hpp>
#include <ctnn/tensor/input.hpp>
#include <ctnn/tensor/kernel_size.hpp>
#include <ctnn/tensor/padding.hpp>
#include <ctnn/tensor/padding_same.hpp>
#include <ctnn/tensor/strides.hpp>
#include <type_traits>

#include "../catch.hpp"

namespace {

using namespace ctnn;

using image = shape<28, 20, 3>;
static_assert(image::rank == 3 && image::size == 28 * 20 * 3);
static_assert(image::extents == std::array<std::size_t, 3>{28, 20, 3});
static_assert(shape<7>::rank == 1 && shape<7>::size == 7 && shape<7>::extents[0] == 7);
static_assert(shape<4, 0, 2>::size == 0);
static_assert(std::is_empty_v<image> && std::is_empty_v<input<2, 3>>);

// The input and the options are shapes with a name of their own.
static_assert(input<28, 20, 3>::size == image::size && input<28, 20, 3>::rank == 3);
static_assert(kernel_size<3, 5>::extents == shape<3, 5>::extents);
static_assert(strides<2, 1>::extents == shape<2, 1>::extents);
static_assert(dilation<1, 2>::extents == shape<1, 2>::extents);
static_assert(padding<0, 1>::extents == shape<0, 1>::extents);
static_assert(std::is_empty_v<padding_same>);

// A layer that asks for numbers only takes them in any shape, and what it gives is a plain row.
using flat = network<float, input<2, 3>, dense<4>>;
static_assert(std::is_same_v<flat::input_shape, shape<2, 3>>);
static_assert(std::is_same_v<flat::output_shape, shape<4>>);
static_assert(std::is_same_v<flat::input_type, std::array<float, 6>>);
using row = network<float, input<6>, dense<4>>;
static_assert(flat::parameter_count == row::parameter_count);

} // namespace

TEST_CASE("a dense layer takes an input of any shape as a row", "[tensor]") {
    flat net{};
    for (std::size_t i = 0; i < 6; ++i)
        net.layer<0>().weights[i][i % 4] = static_cast<float>(i + 1);
    row same{net.layer<0>()};
    CHECK(net({1, 2, 3, 4, 5, 6}) == same({1, 2, 3, 4, 5, 6}));
    CHECK(net({1, 2, 3, 4, 5, 6}) == std::array{26.0f, 40.0f, 9.0f, 16.0f});
}
