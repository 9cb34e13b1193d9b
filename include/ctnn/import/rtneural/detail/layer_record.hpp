#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/detail/json/reader.hpp>
#include <ctnn/import/rtneural/problem.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::rtneural::detail {

using ctnn::detail::json_reader;
using ctnn::detail::json_tensor;

// What the file says of a layer.
struct layer_record {
    static constexpr std::size_t most_weights = 4;

    text_view type{};
    text_view activation{};
    text_view unread{}; // a setting that is not known
    std::size_t outputs = 0;
    std::size_t kernel = 0;
    std::size_t dilation = 1;
    std::size_t groups = 1;
    double epsilon = 0;
    bool has_epsilon = false;
    std::array<json_tensor, most_weights> weights{};
    std::size_t weight_count = 0;
};

// An integer, or the last one of a list.
constexpr std::size_t read_last_integer(json_reader& json) {
    std::array<std::size_t, json_tensor::most_dimensions> numbers{};
    std::size_t const count = json.integers(numbers);
    return count == 0 || count > numbers.size() ? json_reader::no_integer : numbers[count - 1];
}

constexpr void read_weights(json_reader& json, layer_record& to) {
    using kinds = json_reader::kinds;
    // (Vectors alone may be one token, the list with them.)
    if (!json.take(kinds::list))
        return json.fail();
    while (!json.is(kinds::list_end) && !json.is_broken()) {
        json_tensor const one = json.tensor();
        if (to.weight_count < layer_record::most_weights)
            to.weights[to.weight_count] = one;
        ++to.weight_count;
    }
    json.take(kinds::list_end);
}

constexpr layer_record read_layer_record(json_reader& json) {
    using kinds = json_reader::kinds;
    layer_record made;
    if (!json.take(kinds::object))
        json.fail();
    while (json.is(kinds::string)) {
        text_view const key = json.string();
        if (key == "type")
            made.type = json.string();
        else if (key == "activation")
            made.activation = json.string();
        else if (key == "shape")
            made.outputs = read_last_integer(json);
        else if (key == "weights" && made.weight_count == 0)
            read_weights(json, made);
        else if (key == "kernel_size")
            made.kernel = read_last_integer(json);
        else if (key == "dilation")
            made.dilation = read_last_integer(json);
        else if (key == "groups")
            made.groups = read_last_integer(json);
        else if (key == "epsilon") {
            made.epsilon = json.number();
            made.has_epsilon = true;
        } else {
            if (key != "name")
                made.unread = key;
            json.skip_value();
        }
    }
    if (!json.take(kinds::object_end))
        json.fail();
    return made;
}

} // namespace ctnn::rtneural::detail
