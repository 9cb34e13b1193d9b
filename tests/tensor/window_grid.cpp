#include <ctnn/tensor/detail/window_grid.hpp>

#include <array>
#include <cstddef>
#include <ctnn/tensor/detail/whole.hpp>
#include <ctnn/tensor/dilation.hpp>
#include <ctnn/tensor/kernel_size.hpp>
#include <ctnn/tensor/strides.hpp>
#include <type_traits>

#include "../catch.hpp"
#include "../support/compare.hpp"

namespace {

using namespace ctnn;

// The windows by one division after the other, with counts and padding that are written down by hand.
struct axis {
    int input, kernel, stride, dilation, before, count;
};
template <std::size_t Rank>
struct by_hand {
    std::array<axis, Rank> axes;
    int channels;

    // Which number of the input a window's number is, or -1.
    constexpr int input_of(int window, int number) const {
        int at = 0, extent = channels;
        bool is_inside = true;
        int place = number / channels;
        for (std::size_t a = Rank; a-- > 0;) {
            axis const& it = axes[a];
            int const there =
                window % it.count * it.stride + place % it.kernel * it.dilation - it.before;
            is_inside = is_inside && there >= 0 && there < it.input;
            at += there * extent;
            extent *= it.input;
            window /= it.count;
            place /= it.kernel;
        }
        return is_inside ? at + number % channels : -1;
    }
    constexpr int windows() const {
        int product = 1;
        for (axis const& it : axes)
            product *= it.count;
        return product;
    }
};

template <class Grid, std::size_t Rank>
constexpr bool places_agree(by_hand<Rank> const& expected) {
    if (Grid::rank != Rank || Grid::channels != static_cast<std::size_t>(expected.channels) ||
        Grid::count != static_cast<std::size_t>(expected.windows()))
        return false;
    bool any_outside = false, any_window_outside = false;
    for (std::size_t w = 0; w < Grid::count; ++w) {
        bool any_inside = false;
        for (std::size_t i = 0; i < Grid::size; ++i) {
            int const at = expected.input_of(static_cast<int>(w), static_cast<int>(i));
            if (Grid::input_of(w, i) != (at < 0 ? Grid::input_size : static_cast<std::size_t>(at)))
                return false;
            (at < 0 ? any_outside : any_inside) = true;
        }
        any_window_outside = any_window_outside || !any_inside;
    }
    return Grid::is_padded == any_outside && Grid::has_a_window_outside == any_window_outside;
}

// Width numbers lie together where there is one in the input.
template <class Grid, std::size_t Width, std::size_t Rank>
constexpr bool gather_agrees(by_hand<Rank> const& expected, int outside) {
    std::array<int, Grid::input_size * Width> x{};
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = static_cast<int>(i) + 1;
    for (std::size_t w = 0; w < Grid::count; ++w) {
        std::array<int, Grid::size * Width> window{};
        for (int& number : window)
            number = -1; // what is not written stays
        Grid::template gather<Width>(x.data(), w, window.data(), outside);
        for (std::size_t i = 0; i < window.size(); ++i) {
            int const at = expected.input_of(static_cast<int>(w), static_cast<int>(i / Width));
            int const number =
                at < 0 ? outside : x[static_cast<std::size_t>(at) * Width + i % Width];
            if (window[i] != number)
                return false;
        }
    }
    return true;
}

template <class Grid, std::size_t Width, std::size_t Rank>
constexpr bool scatter_agrees(by_hand<Rank> const& expected) {
    std::array<int, Grid::input_size * Width> dx{}, sums{};
    for (std::size_t w = 0; w < Grid::count; ++w) {
        std::array<int, Grid::size * Width> window{};
        for (std::size_t i = 0; i < window.size(); ++i) {
            window[i] = static_cast<int>(i * i + 3 * w + 1);
            int const at = expected.input_of(static_cast<int>(w), static_cast<int>(i / Width));
            if (at >= 0)
                sums[static_cast<std::size_t>(at) * Width + i % Width] += window[i];
        }
        Grid::template scatter_add<Width>(window.data(), w, dx.data());
    }
    return dx == sums;
}

template <class Grid, std::size_t Rank>
constexpr bool agrees(by_hand<Rank> const& expected) {
    return places_agree<Grid>(expected) && gather_agrees<Grid, 1>(expected, 0) &&
           gather_agrees<Grid, 3>(expected, -7) && scatter_agrees<Grid, 1>(expected) &&
           scatter_agrees<Grid, 4>(expected);
}

using valid = tensor::no_padding;

template <class Input, std::size_t Kernel, std::size_t Stride, std::size_t Dilation, class Padding>
using row =
    tensor::window_grid<Input, kernel_size<Kernel>, strides<Stride>, dilation<Dilation>, Padding>;

// Along one axis: input, kernel, stride, dilation, places before, windows; and channels.
template <class Check>
constexpr bool rows(Check const& check) {
    bool all = true;
    // Inside of the input.
    all &= check(row<shape<7, 2>, 3, 1, 1, valid>{}, by_hand<1>{{{{7, 3, 1, 1, 0, 5}}}, 2});
    all &= check(row<shape<7, 2>, 3, 2, 1, valid>{}, by_hand<1>{{{{7, 3, 2, 1, 0, 3}}}, 2});
    all &= check(row<shape<7, 2>, 3, 3, 1, valid>{}, by_hand<1>{{{{7, 3, 3, 1, 0, 2}}}, 2});
    all &= check(row<shape<7, 1>, 3, 1, 2, valid>{}, by_hand<1>{{{{7, 3, 1, 2, 0, 3}}}, 1});
    all &= check(row<shape<7, 1>, 1, 4, 1, valid>{}, by_hand<1>{{{{7, 1, 4, 1, 0, 2}}}, 1});
    all &= check(row<shape<7, 3>, 7, 2, 1, valid>{}, by_hand<1>{{{{7, 7, 2, 1, 0, 1}}}, 3});
    // As much around as is said (PyTorch).
    all &= check(row<shape<7, 2>, 3, 1, 1, padding<2>>{}, by_hand<1>{{{{7, 3, 1, 1, 2, 9}}}, 2});
    all &= check(row<shape<7, 1>, 3, 3, 1, padding<2>>{}, by_hand<1>{{{{7, 3, 3, 1, 2, 3}}}, 1});
    all &= check(row<shape<7, 1>, 3, 2, 3, padding<1>>{}, by_hand<1>{{{{7, 3, 2, 3, 1, 2}}}, 1});
    all &= check(row<shape<7, 1>, 3, 1, 1, padding<0>>{}, by_hand<1>{{{{7, 3, 1, 1, 0, 5}}}, 1});
    all &= check(row<shape<2, 2>, 2, 1, 1, padding<3>>{}, by_hand<1>{{{{2, 2, 1, 1, 3, 7}}}, 2});
    all &= check(row<shape<2, 1>, 1, 2, 1, padding<4>>{}, by_hand<1>{{{{2, 1, 2, 1, 4, 5}}}, 1});
    all &= check(row<shape<1, 1>, 5, 1, 1, padding<2>>{}, by_hand<1>{{{{1, 5, 1, 1, 2, 1}}}, 1});
    // As many windows as strides are begun (Keras); of an odd number around, one more is at the end.
    all &= check(row<shape<7, 2>, 3, 1, 1, padding_same>{}, by_hand<1>{{{{7, 3, 1, 1, 1, 7}}}, 2});
    all &= check(row<shape<7, 1>, 4, 1, 1, padding_same>{}, by_hand<1>{{{{7, 4, 1, 1, 1, 7}}}, 1});
    all &= check(row<shape<7, 1>, 2, 1, 1, padding_same>{}, by_hand<1>{{{{7, 2, 1, 1, 0, 7}}}, 1});
    all &= check(row<shape<7, 1>, 3, 2, 1, padding_same>{}, by_hand<1>{{{{7, 3, 2, 1, 1, 4}}}, 1});
    all &= check(row<shape<6, 1>, 3, 2, 1, padding_same>{}, by_hand<1>{{{{6, 3, 2, 1, 0, 3}}}, 1});
    all &= check(row<shape<6, 1>, 5, 2, 1, padding_same>{}, by_hand<1>{{{{6, 5, 2, 1, 1, 3}}}, 1});
    all &= check(row<shape<7, 1>, 1, 3, 1, padding_same>{}, by_hand<1>{{{{7, 1, 3, 1, 0, 3}}}, 1});
    all &= check(row<shape<5, 1>, 1, 3, 1, padding_same>{}, by_hand<1>{{{{5, 1, 3, 1, 0, 2}}}, 1});
    all &= check(row<shape<7, 1>, 3, 1, 2, padding_same>{}, by_hand<1>{{{{7, 3, 1, 2, 2, 7}}}, 1});
    all &= check(row<shape<3, 1>, 2, 1, 4, padding_same>{}, by_hand<1>{{{{3, 2, 1, 4, 2, 3}}}, 1});
    return all;
}

template <class Input, class Kernel, class Strides, class Dilation, class Padding>
using grid = tensor::window_grid<Input, Kernel, Strides, Dilation, Padding>;

template <class Check>
constexpr bool images(Check const& check) {
    bool all = true;
    all &= check(grid<shape<5, 4, 3>, kernel_size<3, 2>, strides<1, 1>, dilation<1, 1>, valid>{},
                 by_hand<2>{{{{5, 3, 1, 1, 0, 3}, {4, 2, 1, 1, 0, 3}}}, 3});
    all &= check(
        grid<shape<5, 4, 1>, kernel_size<3, 2>, strides<2, 1>, dilation<1, 2>, padding<1, 0>>{},
        by_hand<2>{{{{5, 3, 2, 1, 1, 3}, {4, 2, 1, 2, 0, 2}}}, 1});
    all &= check(
        grid<shape<5, 6, 2>, kernel_size<3, 3>, strides<2, 2>, dilation<1, 1>, padding_same>{},
        by_hand<2>{{{{5, 3, 2, 1, 1, 3}, {6, 3, 2, 1, 0, 3}}}, 2});
    all &= check(
        grid<shape<2, 5, 2>, kernel_size<2, 1>, strides<1, 3>, dilation<2, 1>, padding<2, 1>>{},
        by_hand<2>{{{{2, 2, 1, 2, 2, 4}, {5, 1, 3, 1, 1, 3}}}, 2});
    all &= check(grid<shape<4, 3, 2>, kernel_size<4, 3>, strides<1, 1>, dilation<1, 1>, valid>{},
                 by_hand<2>{{{{4, 4, 1, 1, 0, 1}, {3, 3, 1, 1, 0, 1}}}, 2});
    return all;
}
template <class Check>
constexpr bool volumes(Check const& check) {
    bool all = true;
    all &= check(grid<shape<3, 4, 5, 2>, kernel_size<2, 2, 3>, strides<1, 2, 2>, dilation<1, 1, 1>,
                      padding<1, 0, 1>>{},
                 by_hand<3>{{{{3, 2, 1, 1, 1, 4}, {4, 2, 2, 1, 0, 2}, {5, 3, 2, 1, 1, 3}}}, 2});
    return all;
}
template <class Check>
constexpr bool dilated_volumes(Check const& check) {
    bool all = true;
    all &= check(grid<shape<4, 2, 5, 1>, kernel_size<2, 2, 2>, strides<1, 1, 2>, dilation<2, 1, 3>,
                      padding_same>{},
                 by_hand<3>{{{{4, 2, 1, 2, 1, 4}, {2, 2, 1, 1, 0, 2}, {5, 2, 2, 3, 1, 3}}}, 1});
    return all;
}

constexpr auto agree = []<class Grid>(Grid, auto const& expected) {
    return agrees<Grid>(expected);
};
static_assert(rows(agree));
static_assert(images(agree));
static_assert(volumes(agree));
static_assert(dilated_volumes(agree));

// What the type says.
using small = grid<shape<5, 6, 2>, kernel_size<3, 2>, strides<2, 2>, dilation<1, 1>, valid>;
static_assert(small::places == 6 && small::size == 12 && small::input_size == 60);
static_assert(small::count == 6 && std::is_same_v<small::output_shape<7>, shape<2, 3, 7>>);

// One window that is the whole input is that of a dense layer.
using all = grid<shape<4, 3, 2>, kernel_size<4, 3>, strides<1, 1>, dilation<1, 1>, valid>;
static_assert(all::is_whole && !small::is_whole);
static_assert(all::count == tensor::whole<24>::count && all::size == tensor::whole<24>::size);
static_assert(all::input_of(0, 17) == tensor::whole<24>::input_of(0, 17));
static_assert(!row<shape<7, 1>, 6, 9, 1, valid>::is_whole);
static_assert(!row<shape<1, 1>, 5, 1, 1, padding<2>>::is_whole);
static_assert(!row<shape<5, 1>, 5, 5, 1, padding_same>::is_padded);
static_assert(row<shape<5, 1>, 5, 5, 1, padding_same>::is_whole);

// No window where the input is too small: a layer says that in a sentence.
static_assert(row<shape<2, 1>, 3, 1, 1, valid>::count == 0);
static_assert(row<shape<4, 1>, 3, 1, 2, valid>::count == 0);
static_assert(row<shape<1, 1>, 4, 1, 1, padding<1>>::count == 0);

} // namespace

TEST_CASE("windows are where they are by hand", "[tensor]") {
    auto const check = []<class Grid>(Grid, auto const& expected) {
        auto const numbers = compare::opaque(expected);
        CAPTURE(Grid::count, Grid::size, Grid::input_size);
        CHECK(places_agree<Grid>(numbers));
        CHECK(gather_agrees<Grid, 1>(numbers, 0));
        CHECK(gather_agrees<Grid, 3>(numbers, -7));
        CHECK(scatter_agrees<Grid, 1>(numbers));
        CHECK(scatter_agrees<Grid, 4>(numbers));
        return true;
    };
    CHECK((rows(check) && images(check) && volumes(check) && dilated_volumes(check)));
}
