#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <ctnn/host/detail/hex_numbers.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/import/detail/divisors.hpp>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/imported_value.hpp>
#include <ctnn/import/detail/is_weight.hpp>
#include <ctnn/import/detail/parameter_cursor.hpp>
#include <ctnn/import/onnx/detail/plan.hpp>
#include <ctnn/import/onnx/detail/weights_diagnosis.hpp>
#include <ctnn/import/onnx/problem.hpp>
#include <ctnn/import/onnx/read.hpp>
#include <string>

namespace ctnn::host::detail {

// A model file as what a program links.
struct linked_model {
    std::string plan{};    // a linked_plan, as C++
    std::string weights{}; // a network's bytes
    std::string problem{}; // a sentence
};

inline std::string as_sentence(onnx::problem const& found) {
    auto const quoted = [](char const* what, text_view name) {
        return name.size() == 0 ? std::string() : joined(what, " '", std::string(name), "'");
    };
    std::string const node = quoted("node", found.node) +
                             quoted(", operator", found.operator_name) +
                             quoted(", attribute", found.attribute);
    std::string const sizes = found.needed != 0
                                  ? joined(" (", found.found, ", and ", found.needed, " is needed)")
                              : found.found != 0 ? joined(" (", found.found, ")")
                                                 : std::string();
    return joined(node, node.empty() ? "" : ": ", std::string(found.message()), sizes);
}

// Bit for bit, infinities too.
inline std::string as_expression(double number) {
    return joined("__builtin_bit_cast(double, 0x", hex(std::bit_cast<std::uint64_t>(number)),
                  "ull)");
}
inline std::string as_expression(ctnn::detail::imported_step const& step) {
    std::string sizes;
    for (std::size_t const size : step.sizes)
        sizes += joined(sizes.empty() ? "" : ", ", size);
    return joined(
        "{{ctnn::detail::imported_layers(", static_cast<unsigned>(step.layer),
        "), {ctnn::detail::imported_activations(", static_cast<unsigned>(step.activation.kind),
        "), ", as_expression(step.activation.first), ", ", as_expression(step.activation.second),
        "}, {{", sizes, "}}, ", as_expression(step.setting), "}, {}, 0, ", step.inside, ", 1}");
}
template <std::size_t Steps>
std::string as_expression(onnx::detail::plan<Steps> const& from) {
    std::string axes, steps;
    for (std::size_t i = 0; i < from.input.axis_count; ++i)
        axes += joined(i == 0 ? "{" : ", {", from.input.axes[i].extent, "}");
    for (std::size_t i = 0; i < from.count; ++i)
        steps += joined(i == 0 ? "" : ",\n     ", as_expression(from.steps[i]));
    return joined("ctnn::linked_plan<", from.count, ">{\n    {.axes = {{", axes,
                  "}}, .axis_count = ", from.input.axis_count, "},\n    {{", steps, "}}}");
}

// The weights in the order of a network, or the layer that has one which is no number.
inline std::string weights_of(ctnn::detail::parameter_cursor from, bool big_endian,
                              std::string& problem) {
    std::string bytes;
    while (!from.at_end()) {
        std::size_t const layer = from.step();
        double const number = from.next();
        if (!ctnn::detail::is_weight<float>(number)) {
            problem = joined("layer ", layer, " has weights that are NaN or infinite");
            return {};
        }
        auto const bits = std::bit_cast<std::uint32_t>(static_cast<float>(number));
        for (unsigned i = 0; i < 4; ++i)
            bytes.push_back(static_cast<char>(bits >> 8 * (big_endian ? 3 - i : i) & 255));
    }
    return bytes;
}

// The weights may be in another file, data, which is empty where there is none.
inline linked_model link_onnx(std::string const& file, std::string const& data, bool has_data,
                              bool big_endian) {
    constexpr std::size_t most = 1024; // nodes, and tensors
    auto plan = onnx::detail::read_plan<most, most, 4 * most>(file.data(), file.size());
    if (plan.found.kind == onnx::problem::kinds::file_is_larger_than_the_network)
        return {{}, {}, joined("the file has more than ", most, " nodes or tensors")};
    if (plan.found)
        return {{}, {}, as_sentence(plan.found)};
    std::size_t const needed = onnx::detail::bytes_of_another_file(plan);
    if (needed > 0 && !has_data)
        return {{}, {}, "the weights are in another file: name it by DATA"};
    if (needed == 0 && has_data)
        return {{}, {}, "all weights are in the ONNX file: leave out DATA"};
    if (needed > data.size())
        return {
            {},
            {},
            joined("the weights need another file of ", needed, " bytes, but get ", data.size())};
    std::size_t const divider =
        ctnn::detail::find_step_of_no_number(data.data(), true, plan.steps.data(), plan.count);
    if (divider < plan.count)
        return {{}, {}, joined("layer ", divider, " has a divisor of 0 or a variance below 0")};
    // The cursor reads one file: the other one comes after the first.
    for (std::size_t i = 0; i < plan.count; ++i)
        for (auto& block : plan.steps[i].blocks)
            block.first += block.in_another_file ? file.size() : 0;
    std::string const both = file + data;
    linked_model made{as_expression(plan), {}, {}};
    made.weights =
        weights_of({both.data(), plan.steps.data(), plan.count}, big_endian, made.problem);
    return made;
}

} // namespace ctnn::host::detail
