#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/tensor/detail/window_axis.hpp>

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

// The rows of an image, or the only row of a sequence, that a row of windows of a Grid meets, as one window after the other
// meets them: with the padding in memory, so that no window is a special case. Each row is copied once. Rows begin at
// multiples of four bytes if the input does, and if a row's `pitch` numbers are as many bytes.
template <class Scalar, class Grid>
    requires(Grid::rank <= 2)
class padded_rows {
    static constexpr tensor::window_axis last = Grid::last;
    static constexpr tensor::window_axis across =
        Grid::rank == 2 ? Grid::axes[0] : tensor::window_axis{1, 1, 1, 1, 0, 1};
    static constexpr std::size_t reach = tensor::window_axis::reach(across.kernel, across.dilation);
    static constexpr std::size_t size = Grid::channels;
    // Places that windows meet, and those of them that lie in the input.
    static constexpr std::size_t width =
        (last.count - 1) * last.stride + tensor::window_axis::reach(last.kernel, last.dilation);
    static constexpr std::size_t inside = width <= last.before               ? 0
                                          : last.input < width - last.before ? last.input
                                                                             : width - last.before;

public:
    static constexpr std::size_t count = across.count, rows = across.kernel;
    static constexpr std::size_t capacity = Grid::is_padded ? reach * width * size : 1;
    static constexpr std::size_t pitch = (Grid::is_padded ? width : last.input) * size;

    explicit padded_rows(Scalar const* x, Scalar outside = Scalar(0)) : x_(x), outside_(outside) {
        if constexpr (Grid::is_padded)
            for (Scalar& number : kept_)
                number = outside;
    }
    padded_rows(padded_rows const&) = delete;
    padded_rows& operator=(padded_rows const&) = delete;

    // Where the rows of the windows of a row begin. The rows of windows come one after the other.
    void find(std::size_t window, Scalar const** begins) {
        if constexpr (Grid::is_padded) {
            for (; next_ < window * across.stride + reach; ++next_)
                copy();
            for (std::size_t r = 0; r < rows; ++r)
                begins[r] =
                    kept_ + (window * across.stride + r * across.dilation) % reach * width * size;
        } else {
            for (std::size_t r = 0; r < rows; ++r)
                begins[r] = x_ + (window * across.stride + r * across.dilation) * last.input * size;
        }
    }

private:
    // Row number next_, counted from the first one of padding.
    void copy() {
        if constexpr (inside > 0) {
            Scalar* const to = kept_ + (next_ % reach * width + last.before) * size;
            bool const is_outside = next_ < across.before || next_ >= across.before + across.input;
            if (is_outside)
                for (std::size_t i = 0; i < inside * size; ++i)
                    to[i] = outside_;
            else if constexpr (sizeof(Scalar) < 4) // (several at once)
                __builtin_memcpy(to, x_ + (next_ - across.before) * last.input * size,
                                 inside * size * sizeof(Scalar));
            else
                for (std::size_t i = 0; i < inside * size; ++i)
                    to[i] = x_[(next_ - across.before) * last.input * size + i];
        }
    }

    Scalar const* x_;
    std::size_t next_ = 0;
    Scalar outside_;
    alignas(4) alignas(Scalar) Scalar kept_[capacity];
};

CTNN_ARITHMETIC_END
} // namespace ctnn::placed
