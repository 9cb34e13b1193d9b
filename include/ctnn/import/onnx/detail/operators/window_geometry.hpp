#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/detail/window_sizes.hpp>
#include <ctnn/import/onnx/detail/operators/channels.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>
#include <ctnn/tensor/detail/window_axis.hpp>

namespace ctnn::onnx::detail {

using ctnn::detail::window_paddings;
using ctnn::detail::window_sizes;

// Where windows lie along one axis, and the places of padding after the input.
struct padded_window_axis : ctnn::tensor::window_axis {
    std::size_t after;

    constexpr std::size_t reach() const {
        return ctnn::tensor::window_axis::reach(kernel, dilation);
    }
    // The places after the input that its windows touch. (With fewer after it there may be as many windows.)
    constexpr bool is_padded_as_same() const {
        std::size_t const windows = (input + stride - 1) / stride;
        std::size_t const all = (windows - 1) * stride + reach();
        std::size_t const around = all > input ? all - input : 0;
        return count == windows && before == around / 2;
    }
};
struct window_geometry {
    std::size_t rank = 0;
    std::array<padded_window_axis, window_sizes::most_axes> axes{};
};

// A list of positive numbers, one for each axis.
constexpr bool read_window_list(reader& r, text_view name, std::size_t index, std::size_t rank,
                                std::size_t otherwise, std::size_t& to) {
    attribute const list = r.find(name);
    if (!list.given) {
        to = otherwise;
        return true;
    }
    std::int64_t const number = list.integer_at(r.file, index);
    if (number < 1 || number > (std::int64_t{1} << 20) || list.integer_count(r.file) != rank)
        return r.refuse_attribute(name);
    to = static_cast<std::size_t>(number);
    return true;
}

constexpr bool read_window_axis(reader& r, std::size_t a, std::size_t rank,
                                padded_window_axis& axis) {
    axis.input = r.value.dimensions[a + 2];
    if (!read_window_list(r, "kernel_shape", a, rank, axis.kernel, axis.kernel) ||
        !read_window_list(r, "strides", a, rank, 1, axis.stride) ||
        !read_window_list(r, "dilations", a, rank, 1, axis.dilation))
        return false;
    if (axis.kernel == 0)
        return r.refuse_attribute("kernel_shape");
    attribute const automatic = r.find("auto_pad");
    bool const is_same_upper = is(r.file, automatic.text, "SAME_UPPER"),
               is_same_lower = is(r.file, automatic.text, "SAME_LOWER"),
               is_valid = is(r.file, automatic.text, "VALID");
    if (automatic.given && !is_same_upper && !is_same_lower && !is_valid &&
        !is(r.file, automatic.text, "NOTSET"))
        return r.refuse_attribute("auto_pad");
    if (is_same_upper || is_same_lower) {
        axis.count = (axis.input + axis.stride - 1) / axis.stride;
        std::size_t const all = (axis.count - 1) * axis.stride + axis.reach();
        std::size_t const around = all > axis.input ? all - axis.input : 0;
        axis.before = is_same_upper ? around / 2 : around - around / 2;
        axis.after = around - axis.before;
        return true;
    }
    attribute const pads = r.find("pads");
    std::int64_t const before = pads.given && !is_valid ? pads.integer_at(r.file, a) : 0,
                       after = pads.given && !is_valid ? pads.integer_at(r.file, a + rank) : 0;
    if (pads.given && pads.integer_count(r.file) != 2 * rank)
        return r.refuse_attribute("pads");
    if (before < 0 || after < 0 || before > (1 << 20) || after > (1 << 20))
        return r.refuse_attribute("pads");
    axis.before = static_cast<std::size_t>(before);
    axis.after = static_cast<std::size_t>(after);
    std::size_t const all = axis.input + axis.before + axis.after;
    if (all < axis.reach())
        return r.refuse(problems::shape_does_not_fit, all, axis.reach());
    axis.count = (all - axis.reach()) / axis.stride + 1;
    // A window more, if it begins in the input or before it.
    if (r.integer("ceil_mode", 0) != 0 && (all - axis.reach()) % axis.stride != 0 &&
        axis.count * axis.stride < axis.input + axis.before) {
        ++axis.count;
        axis.after = (axis.count - 1) * axis.stride + axis.reach() - axis.input - axis.before;
    }
    return true;
}

// From the attributes of a node, and the kernel's shape where it states none. Channels are last then.
constexpr bool read_window_geometry(reader& r, std::size_t const* kernel, window_geometry& to) {
    if (!put_channels_last(r))
        return false;
    to.rank = r.value.rank - 2;
    for (std::size_t a = 0; a < to.rank; ++a) {
        to.axes[a].kernel = kernel == nullptr ? 0 : kernel[a];
        if (!read_window_axis(r, a, to.rank, to.axes[a]))
            return false;
    }
    return true;
}

// The layer's padding, unless only a layer of zeros before it is the same.
constexpr bool find_padding(window_geometry const& g, bool may_be_causal, window_sizes& to) {
    bool none = true, even = true, same = true, causal = may_be_causal && g.rank == 1;
    for (std::size_t a = 0; a < g.rank; ++a) {
        padded_window_axis const& axis = g.axes[a];
        none = none && axis.before == 0 && axis.after == 0;
        even = even && axis.before == axis.after;
        same = same && axis.is_padded_as_same();
        causal = causal && axis.before == axis.reach() - 1 && axis.after == 0;
        to.places[a] = axis.before;
    }
    to.padding = none     ? window_paddings::none
                 : even   ? window_paddings::places
                 : same   ? window_paddings::same
                 : causal ? window_paddings::causal
                          : window_paddings::none;
    if (to.padding != window_paddings::places)
        to.places = {};
    return none || even || same || causal;
}

// A layer of zeros around the places.
constexpr bool add_zeros(reader& r, window_geometry const& g) {
    std::array<std::size_t, 2 * window_sizes::most_axes> all{};
    bool any = false;
    for (std::size_t a = 0; a < g.rank; ++a) {
        all[2 * a] = g.axes[a].before;
        all[2 * a + 1] = g.axes[a].after;
        any = any || g.axes[a].before + g.axes[a].after > 0;
        r.value.dimensions[a + 2] += g.axes[a].before + g.axes[a].after;
    }
    r.value = with_channels_last(r.value);
    return !any || add_list(r, imported_layers::zero_padding, all.data(), 2 * g.rank);
}

// Kernel, strides and dilation.
constexpr void put_sizes(window_geometry const& g, window_sizes& to) {
    to.rank = g.rank;
    for (std::size_t a = 0; a < g.rank; ++a) {
        to.kernel[a] = g.axes[a].kernel;
        to.strides[a] = g.axes[a].stride;
        to.dilation[a] = g.axes[a].dilation;
    }
}

// The biases of a convolution, if it has any.
constexpr bool read_window_biases(reader& r, std::size_t outputs, parameter_block& to) {
    if (!r.has_operand(2))
        return true;
    tensor const* const biases = r.weights(2);
    return biases != nullptr && r.for_channels(*biases, outputs, to);
}

// What comes out: a place for each window.
constexpr void put_windows(reader& r, window_geometry const& g, std::size_t channels) {
    r.value.dimensions[1] = channels;
    for (std::size_t a = 0; a < g.rank; ++a)
        r.value.dimensions[a + 2] = g.axes[a].count;
    r.value = with_channels_last(r.value);
}

} // namespace ctnn::onnx::detail
