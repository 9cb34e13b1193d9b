#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/onnx/detail/reader.hpp>

namespace ctnn::onnx::detail {

// What only gives the numbers other dimensions: the network has no layer for it.

constexpr bool read_identity(reader&) {
    return true;
}

// From float or double to one of them: the network has one scalar.
constexpr bool read_cast(reader& r) {
    std::int64_t const to = r.integer("to", 0);
    return to == static_cast<std::int64_t>(number_types::float32) ||
                   to == static_cast<std::int64_t>(number_types::float64)
               ? true
               : r.refuse_attribute("to");
}

// Up to opset 6 an attribute says that the model is not trained.
constexpr bool is_trained_by_attribute(reader const& r) {
    return r.g.opset < 7 && r.integer("is_test", 0) == 0;
}

// Dropout does nothing, unless an operand says that the model is trained.
constexpr bool read_dropout(reader& r) {
    if (is_trained_by_attribute(r))
        return r.refuse_attribute("is_test");
    if (!r.has_operand(2))
        return true;
    tensor const* const trains = r.operand(2);
    bool broken = false;
    bool const is_false = trains != nullptr && integer_at(r.file, *trains, 0, broken) == 0;
    return (is_false && !broken) || r.refuse_attribute("training_mode");
}

// The dimensions of a tensor of integers or, before opset 13, of an attribute. Negative axes count from the end.
struct listed_axes {
    std::array<bool, imported_value::most_dimensions> holds{};
    std::size_t count = 0;
};

constexpr bool find_axes(reader& r, std::size_t rank, listed_axes& to) {
    bool broken = false;
    attribute const listed = r.find("axes");
    tensor const* const t = r.operand(1);
    if (r.has_operand(1) && t == nullptr)
        return r.refuse(problems::operand_is_not_in_the_file);
    std::size_t const count = listed.given   ? listed.integer_count(r.file)
                              : t != nullptr ? t->size()
                                             : 0;
    for (std::size_t i = 0; i < count; ++i) {
        std::int64_t axis =
            listed.given ? listed.integer_at(r.file, i) : integer_at(r.file, *t, i, broken);
        if (axis < 0)
            axis += static_cast<std::int64_t>(rank);
        if (broken || axis < 0 || axis >= static_cast<std::int64_t>(rank) ||
            to.holds[static_cast<std::size_t>(axis)])
            return r.refuse_attribute("axes");
        to.holds[static_cast<std::size_t>(axis)] = true;
        ++to.count;
    }
    return true;
}

constexpr bool read_squeeze(reader& r) {
    listed_axes axes;
    if (!find_axes(r, r.value.rank, axes))
        return false;
    imported_value after = r.value;
    after.rank = 0;
    for (std::size_t i = 0; i < r.value.rank; ++i) {
        bool const goes = axes.count == 0 ? r.value.dimensions[i] == 1 : axes.holds[i];
        if (goes && r.value.dimensions[i] != 1)
            return r.refuse(problems::shape_does_not_fit, r.value.dimensions[i], 1);
        if (!goes)
            after.dimensions[after.rank++] = r.value.dimensions[i];
    }
    if (after.rank == 0)
        after.dimensions[after.rank++] = 1;
    r.value = after;
    return true;
}

constexpr bool read_unsqueeze(reader& r) {
    attribute const listed = r.find("axes");
    tensor const* const t = r.operand(1);
    std::size_t const more = listed.given   ? listed.integer_count(r.file)
                             : t != nullptr ? t->size()
                                            : 0;
    if (more == 0 || r.value.rank + more > imported_value::most_dimensions)
        return r.refuse_attribute("axes");
    listed_axes axes;
    if (!find_axes(r, r.value.rank + more, axes))
        return false;
    imported_value after = r.value;
    after.rank = r.value.rank + more;
    for (std::size_t i = 0, from = 0; i < after.rank; ++i)
        after.dimensions[i] = axes.holds[i] ? 1 : r.value.dimensions[from++];
    r.value = after;
    return true;
}

constexpr bool read_flatten(reader& r) {
    std::int64_t axis = r.integer("axis", 1);
    if (axis < 0)
        axis += static_cast<std::int64_t>(r.value.rank);
    if (axis < 0 || axis > static_cast<std::int64_t>(r.value.rank))
        return r.refuse_attribute("axis");
    std::size_t before = 1;
    for (std::size_t i = 0; i < static_cast<std::size_t>(axis); ++i)
        before *= r.value.dimensions[i];
    std::size_t const size = r.value.size();
    r.value.dimensions = {before, size / before};
    r.value.rank = 2;
    return true;
}

// The dimensions that a Reshape asks for: a constant, an attribute before opset 5, or a Concat of constants and of the
// size of the batch, Gather(Shape(x), 0), as `x.view(x.size(0), -1)` becomes.
class wanted_dimensions {
public:
    constexpr explicit wanted_dimensions(reader& r) {
        attribute const listed = r.find("shape");
        if (listed.given)
            for (std::size_t i = 0; i < listed.integer_count(r.file); ++i)
                put(listed.integer_at(r.file, i));
        else if (tensor const* const t = r.operand(1))
            put_all(r, *t);
        else if (r.has_operand(1))
            put_joined(r, r.maker_of(r.current().operands[1]));
        else
            is_known_ = false;
    }
    // Whether it is one of these, of at least a dimension and not of too many.
    constexpr bool is_known() const { return is_known_ && count_ > 0; }
    constexpr std::size_t size() const { return count_; }
    constexpr std::int64_t operator[](std::size_t index) const { return all_[index]; }

private:
    constexpr void put(std::int64_t wanted) {
        is_known_ = is_known_ && count_ < imported_value::most_dimensions && wanted >= -1;
        if (is_known_)
            all_[count_++] = wanted;
    }
    constexpr void put_all(reader const& r, tensor const& t) {
        bool broken = t.size() > imported_value::most_dimensions;
        for (std::size_t i = 0; i < t.size() && !broken; ++i)
            put(integer_at(r.file, t, i, broken));
        is_known_ = is_known_ && !broken;
    }
    constexpr void put_joined(reader const& r, std::size_t index) {
        is_known_ = r.is_operator(index, "Concat");
        for (std::size_t k = 0; is_known_ && k < r.g.nodes[index].operand_count; ++k) {
            tensor const* const t =
                k < most_operands ? r.constant(r.g.nodes[index].operands[k]) : nullptr;
            if (t != nullptr)
                put_all(r, *t);
            else if (k == 0 && is_batch(r, r.maker_of(r.g.nodes[index].operands[0])))
                put(1);
            else
                is_known_ = false;
        }
    }
    static constexpr bool is_batch(reader const& r, std::size_t index) {
        if (r.is_operator(index, "Unsqueeze"))
            index = r.maker_of(r.g.nodes[index].operands[0]);
        if (!r.is_operator(index, "Gather") ||
            !r.is_operator(r.maker_of(r.g.nodes[index].operands[0]), "Shape"))
            return false;
        tensor const* const which = r.constant(r.g.nodes[index].operands[1]);
        bool broken = false;
        return which != nullptr && which->size() == 1 &&
               integer_at(r.file, *which, 0, broken) == 0 && !broken;
    }

    std::array<std::int64_t, imported_value::most_dimensions> all_{};
    std::size_t count_ = 0;
    bool is_known_ = true;
};

// 0 keeps a dimension, and -1 is what is left. A batch that the file states counts as one.
constexpr bool read_reshape(reader& r) {
    wanted_dimensions const wanted(r);
    if (!wanted.is_known())
        return r.refuse(problems::operand_is_not_in_the_file);
    imported_value after = r.value;
    after.rank = wanted.size();
    std::size_t const size = r.value.size();
    std::size_t open = after.rank, known = 1;
    for (std::size_t i = 0; i < after.rank; ++i) {
        if (wanted[i] == 0 && (i >= r.value.rank || r.integer("allowzero", 0) != 0))
            return r.refuse_attribute("allowzero");
        if (wanted[i] == -1 && open < after.rank)
            return r.refuse(problems::shape_does_not_fit, size, known);
        if (wanted[i] == -1)
            open = i;
        after.dimensions[i] = wanted[i] == 0    ? r.value.dimensions[i]
                              : wanted[i] == -1 ? 1
                              : static_cast<std::uint64_t>(wanted[i]) > size
                                  ? size + 1
                                  : static_cast<std::size_t>(wanted[i]);
        if (i == 0 && after.rank > 1 && r.batch > 1 && wanted[0] > 0 &&
            static_cast<std::uint64_t>(wanted[0]) == r.batch)
            after.dimensions[0] = 1;
        known *= after.dimensions[i];
        if (known > size)
            return r.refuse(problems::shape_does_not_fit, known, size);
    }
    if (open < after.rank)
        after.dimensions[open] = size / known;
    if (after.size() != size)
        return r.refuse(problems::shape_does_not_fit, after.size(), size);
    r.value = after;
    return true;
}

// The axes of a value, each along one dimension.
constexpr bool split_axes(imported_value& value) {
    imported_value const unsplit = value;
    imported_value const from = value.merged(); // several axes may make one dimension
    value.axis_count = 0;
    for (std::size_t k = 0; k < from.axis_count; ++k) {
        std::size_t left = from.axes[k].extent;
        while (left > 1) {
            std::size_t d = 0;
            while (d < from.rank &&
                   (from.dimensions[d] == 1 ||
                    from.stride(d) * from.dimensions[d] != left * from.axes[k].stride))
                ++d;
            if (d == from.rank || left % from.dimensions[d] != 0 ||
                value.axis_count == imported_value::most_axes)
                return false;
            value.axes[value.axis_count++] = {from.dimensions[d], from.stride(d)};
            left /= from.dimensions[d];
        }
    }
    if (value.axis_count == 0)
        value.axes[value.axis_count++] = {};
    bool is_same = value.axis_count == unsplit.axis_count;
    for (std::size_t k = 0; is_same && k < value.axis_count; ++k)
        is_same = value.axes[k].extent == unsplit.axes[k].extent;
    value.is_split = value.is_split || !is_same;
    return true;
}

// The numbers stay where they are in the network: only the file's order of them is another.
constexpr bool read_transpose(reader& r) {
    attribute const order = r.find("perm");
    std::size_t const rank = r.value.rank;
    if (order.given && order.integer_count(r.file) != rank)
        return r.refuse_attribute("perm");
    imported_value before = r.value;
    if (!split_axes(before))
        return r.refuse_attribute("perm");
    imported_value after = before;
    std::array<std::size_t, imported_value::most_dimensions> place{};
    std::array<bool, imported_value::most_dimensions> is_taken{};
    for (std::size_t i = 0; i < rank; ++i) {
        std::int64_t const from =
            order.given ? order.integer_at(r.file, i) : static_cast<std::int64_t>(rank - 1 - i);
        if (from < 0 || from >= static_cast<std::int64_t>(rank) ||
            is_taken[static_cast<std::size_t>(from)])
            return r.refuse_attribute("perm");
        is_taken[static_cast<std::size_t>(from)] = true;
        after.dimensions[i] = before.dimensions[static_cast<std::size_t>(from)];
        place[static_cast<std::size_t>(from)] = i;
    }
    for (std::size_t k = 0; k < before.axis_count; ++k)
        for (std::size_t d = 0; d < rank; ++d)
            if (before.axes[k].extent > 1 && before.dimensions[d] == before.axes[k].extent &&
                before.stride(d) == before.axes[k].stride)
                after.axes[k].stride = after.stride(place[d]);
    r.value = after;
    return true;
}

} // namespace ctnn::onnx::detail
