#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/tflite/detail/flat_file.hpp>
#include <ctnn/import/tflite/detail/schema.hpp>

namespace ctnn::tflite::detail {

// With these limits no product of sizes wraps around, and no file takes long.
inline constexpr std::size_t most_numbers = std::size_t{1} << 28;
inline constexpr std::size_t most_operators = 1024;
inline constexpr std::size_t most_operands = 6;
inline constexpr std::size_t most_dimensions = 5;

inline constexpr std::size_t no_tensor = ~std::size_t{0};

// The integers q that stand for (q - zero) scale.
struct scale {
    float step = 0; // 0 where the tensor has none
    std::int32_t zero = 0;

    friend constexpr bool operator==(scale const&, scale const&) = default;
};

struct tensor {
    number_types type = number_types::float32;
    std::array<std::size_t, most_dimensions> dimensions{};
    std::size_t rank = 0; // most_dimensions + 1 where there are more
    bool has_known_size = true;
    std::size_t first_byte = 0;
    std::size_t byte_count = 0; // 0 where it is no constant of the file
    scale one_scale{};          // the first of these
    flat_vector scales{};
    flat_vector zeros{};
    std::size_t scaled_dimension = 0;

    constexpr bool is_constant() const { return byte_count > 0; }
    constexpr std::size_t size() const {
        std::size_t product = 1;
        for (std::size_t i = 0; i < rank && i < most_dimensions; ++i)
            if (product > most_numbers / (dimensions[i] + 1))
                return most_numbers;
            else
                product *= dimensions[i];
        return product;
    }
};

struct node {
    std::uint32_t code = 0;
    std::array<std::size_t, most_operands> operands{};
    std::size_t operand_count = 0; // there may be more than are kept
    std::size_t output = no_tensor;
    std::size_t output_count = 0;
    flat_table options{};
};

// The first graph of a model.
struct model_view {
    flat_file* file;
    flat_table graph{};
    flat_vector tensors{}, buffers{}, inputs{}, outputs{}, operators{}, codes{};

    constexpr explicit model_view(flat_file& bytes) : file{&bytes} {
        bytes.broken = bytes.size < 8 || bytes.data[4] != 'T' || bytes.data[5] != 'F' ||
                       bytes.data[6] != 'L' || bytes.data[7] != '3';
        if (bytes.broken)
            return;
        flat_table const model{file, bytes.follow(0)};
        codes = model.vector(model_fields::operator_codes, 4);
        buffers = model.vector(model_fields::buffers, 4);
        graph = table_of(bytes, model.vector(model_fields::graphs, 4), 0);
        tensors = graph.vector(graph_fields::tensors, 4);
        inputs = graph.vector(graph_fields::inputs, 4);
        outputs = graph.vector(graph_fields::outputs, 4);
        operators = graph.vector(graph_fields::operators, 4);
    }

    constexpr node read_node(std::size_t index) const {
        node made;
        flat_table const from = table_of(*file, operators, index);
        flat_table const code = table_of(*file, codes, from.number(operator_fields::code, 4));
        std::uint32_t const before_128 = code.number(code_fields::old_code, 1),
                            any = code.number(code_fields::code, 4);
        made.code = any > before_128 ? any : before_128;
        flat_vector const operands = from.vector(operator_fields::inputs, 4),
                          given = from.vector(operator_fields::outputs, 4);
        made.operand_count = operands.count;
        for (std::size_t k = 0; k < most_operands; ++k)
            made.operands[k] = k < operands.count ? tensor_index(operands, k) : no_tensor;
        made.output_count = given.count;
        if (given.count > 0)
            made.output = tensor_index(given, 0);
        made.options = from.table(operator_fields::options);
        return made;
    }
    // (An operand that is left out is -1.)
    constexpr std::size_t tensor_index(flat_vector from, std::size_t index) const {
        std::int32_t const found = integer_of(*file, from, index);
        return found < 0 ? no_tensor : static_cast<std::size_t>(found);
    }

    constexpr tensor read_tensor(std::size_t index) const {
        tensor made;
        flat_table const from = table_of(*file, tensors, index);
        made.type = static_cast<number_types>(from.number(tensor_fields::type, 1));
        flat_vector const shape = from.vector(tensor_fields::shape, 4),
                          signature = from.vector(tensor_fields::shape_signature, 4);
        made.rank = shape.count < most_dimensions ? shape.count : most_dimensions;
        for (std::size_t i = 0; i < made.rank; ++i) {
            std::int32_t const extent = integer_of(*file, shape, i);
            made.dimensions[i] = extent < 0 ? 0 : static_cast<std::size_t>(extent);
            // The batch may have any size.
            made.has_known_size =
                made.has_known_size && extent > 0 &&
                (i == 0 || i >= signature.count || integer_of(*file, signature, i) >= 0);
        }
        made.rank = shape.count > most_dimensions ? most_dimensions + 1 : shape.count;
        read_scale(from, made);
        std::size_t const buffer = from.number(tensor_fields::buffer, 4);
        if (buffer == 0) // by convention the empty one
            return made;
        flat_vector const data = table_of(*file, buffers, buffer).vector(buffer_fields::data, 1);
        made.first_byte = data.first;
        made.byte_count = data.count;
        return made;
    }

private:
    constexpr void read_scale(flat_table const& from, tensor& to) const {
        if (!from.has(tensor_fields::quantization))
            return;
        flat_table const table = from.table(tensor_fields::quantization);
        to.scales = table.vector(quantization_fields::scale, 4);
        to.scaled_dimension = table.number(quantization_fields::dimension, 4);
        if (to.scales.count == 0)
            return;
        to.one_scale.step = __builtin_bit_cast(float, integer_of(*file, to.scales, 0));
        to.zeros = table.vector(quantization_fields::zero_point, 8);
        if (to.zeros.count > 0) // (the low half of 8 bytes)
            to.one_scale.zero = static_cast<std::int32_t>(file->number(to.zeros.first, 4));
    }
};

} // namespace ctnn::tflite::detail
