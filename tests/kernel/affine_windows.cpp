#include "catch.hpp"
#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <ctnn/kernel/affine.hpp>
#include <ctnn/kernel/affine_windows.hpp>
#include <ctnn/placed/affine.hpp>
#include <ctnn/tensor/detail/window_grid.hpp>
#include <ctnn/tensor/dilation.hpp>
#include <ctnn/tensor/kernel_size.hpp>
#include <ctnn/tensor/padding.hpp>
#include <ctnn/tensor/padding_causal.hpp>
#include <ctnn/tensor/padding_same.hpp>
#include <ctnn/tensor/shape.hpp>
#include <ctnn/tensor/strides.hpp>
#include <memory>

#include "../support/random_numbers.hpp"

namespace {

using namespace ctnn;
using ctnn::tensor::no_padding;

// How many windows a layer takes at once, and how many of its outputs differ from those of a dense layer of a copy.
struct found {
    std::size_t in_rows = 0, different = 0;
};

template <class Windows, std::size_t Channels, class Scalar>
found compare() {
    using layer = placed::affine<Scalar, Windows, Channels>;
    struct all {
        typename layer::parameters p;
        typename layer::input_type x;
        typename layer::output_type v, expected;
    };
    auto const a = std::make_unique<all>();
    seeded::random_numbers numbers(1);
    auto const draw = [&](auto& to) {
        for (Scalar& number : to)
            number = static_cast<Scalar>(numbers(-1, 1));
    };
    draw(a->p.weights.values);
    draw(a->p.biases);
    draw(a->x);
    layer::forward_into(a->p, a->x, a->v);
    for (std::size_t w = 0; w < Windows::count; ++w) {
        Scalar window[Windows::size];
        Windows::gather(a->x.data(), w, +window);
        kernel::affine<Windows::size, Channels>(+window, a->p.weights.values.data(),
                                                a->p.biases.data(),
                                                a->expected.data() + w * Channels);
    }
    found result;
    Windows::for_each_row_inside(
        [&](std::size_t, std::size_t count, std::size_t) { result.in_rows += count; });
    using word = std::conditional_t<sizeof(Scalar) == 4, std::uint32_t, std::uint64_t>;
    for (std::size_t k = 0; k < a->v.size(); ++k)
        result.different += std::bit_cast<word>(a->v[k]) != std::bit_cast<word>(a->expected[k]);
    return result;
}

template <class Windows, class Scalar, std::size_t... Channels>
void check_channels(std::size_t in_rows) {
    auto const check = [&](std::size_t channels, found const& one) {
        CAPTURE(channels, sizeof(Scalar));
        CHECK(one.in_rows == in_rows);
        CHECK(one.different == 0);
    };
    (check(Channels, compare<Windows, Channels, Scalar>()), ...);
}

template <class Input, class Kernel, class Strides, class Dilation, class Padding>
using grid = tensor::window_grid<Input, Kernel, Strides, Dilation, Padding>;

} // namespace

TEST_CASE("Several windows at once have the bits of one after the other") {
    using one = strides<1, 1>;
    using close = dilation<1, 1>;
    // small windows, large ones, and chains of each length
    check_channels<grid<shape<6, 9, 1>, kernel_size<3, 3>, one, close, no_padding>, float, 3, 4, 5,
                   8, 10, 16, 17, 40>(4 * 7);
    check_channels<grid<shape<6, 19, 3>, kernel_size<3, 4>, one, close, no_padding>, float, 4, 7,
                   16, 33, 64, 130>(4 * 16);
    check_channels<grid<shape<5, 17, 2>, kernel_size<1, 1>, one, close, no_padding>, double, 2, 3,
                   8, 12>(5 * 17);
}

TEST_CASE("Windows with strides, holes and places outside have the same bits at once") {
    check_channels<
        grid<shape<9, 12, 4>, kernel_size<3, 3>, strides<2, 3>, dilation<1, 1>, no_padding>, float,
        6, 16>(4 * 4);
    check_channels<
        grid<shape<9, 12, 3>, kernel_size<3, 2>, strides<1, 1>, dilation<2, 3>, no_padding>, float,
        8>(5 * 9);
    check_channels<
        grid<shape<7, 9, 5>, kernel_size<3, 3>, strides<1, 1>, dilation<1, 1>, padding_same>, float,
        5, 16>(5 * 7);
    check_channels<
        grid<shape<7, 9, 5>, kernel_size<3, 3>, strides<2, 2>, dilation<1, 1>, padding<1, 2>>,
        double, 8>(2 * 4);
    check_channels<grid<shape<20, 3>, kernel_size<3>, strides<1>, dilation<4>, padding_causal>,
                   float, 8>(12);
    check_channels<grid<shape<2, 3>, kernel_size<3>, strides<1>, dilation<2>, padding_same>, float,
                   4>(0);
    check_channels<grid<shape<4, 5, 6, 2>, kernel_size<2, 3, 2>, strides<1, 1, 2>,
                        dilation<2, 1, 1>, no_padding>,
                   float, 9>(2 * 3 * 3);
}
