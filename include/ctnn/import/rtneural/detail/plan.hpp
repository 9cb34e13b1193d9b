#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/imported_value.hpp>
#include <ctnn/import/detail/json/reader.hpp>
#include <ctnn/import/rtneural/detail/layer_record.hpp>
#include <ctnn/import/rtneural/detail/model_reader.hpp>
#include <ctnn/import/rtneural/problem.hpp>

namespace ctnn::rtneural::detail {

// A file as the layers that it becomes, or what is wrong with it.
template <std::size_t Steps>
struct plan {
    std::array<imported_step, Steps> steps{};
    std::size_t count = 0;
    ctnn::detail::imported_value input{};
    problem found{};
};

// What the file says beside its layers.
struct model_record {
    std::size_t inputs = json_reader::no_integer;
    bool has_skip = false; // AIDA-X adds the input to the output
    bool has_layers = false;
    bool is_broken = false;
    text_view unread{};
};

constexpr model_record read_model_record(json_reader json) {
    using kinds = json_reader::kinds;
    model_record made;
    if (!json.take(kinds::object))
        json.fail();
    while (json.is(kinds::string)) {
        text_view const key = json.string();
        bool const is_number = json.is(kinds::number);
        if (key == "in_shape") {
            made.inputs = read_last_integer(json);
        } else if (key == "in_skip" && is_number) {
            double const skip = json.number();
            made.has_skip = skip == 1;
            if (skip != 0 && skip != 1)
                made.unread = key;
        } else if (key == "in_skip" || key == "in_gain" || key == "out_gain") {
            if (!is_number || json.number() != 0)
                made.unread = key;
            if (!is_number)
                json.skip_value();
        } else {
            if (key == "layers" && made.has_layers)
                made.unread = key;
            made.has_layers = made.has_layers || key == "layers";
            json.skip_value();
        }
    }
    made.is_broken = json.is_broken();
    return made;
}

// `layers`, within the object of the file.
constexpr bool read_layers(json_reader json, model_reader& to) {
    using kinds = json_reader::kinds;
    json.take(kinds::object);
    bool is_empty = true;
    while (json.is(kinds::string)) {
        if (json.string() != "layers") {
            json.skip_value();
            continue;
        }
        if (!json.take(kinds::list))
            json.fail();
        while (json.is(kinds::object)) {
            layer_record const layer = read_layer_record(json);
            if (json.is_broken() || !to.read(layer))
                break;
            is_empty = false;
        }
        if (to.found)
            return false;
        if (!json.take(kinds::list_end))
            json.fail();
    }
    if (!json.take(kinds::object_end))
        json.fail();
    if (json.is_broken())
        to.found.kind = problem::kinds::file_is_cut_off_or_no_json;
    else if (is_empty)
        to.found.kind = problem::kinds::file_has_no_layers;
    return !to.found;
}

// The input, and beside it the layers of it, whose output is added.
constexpr bool read_layers_with_skip(json_reader const& json, model_reader& to,
                                     imported_step* steps, std::size_t inputs) {
    to.add(imported_layers::added);
    to.add(imported_layers::branch);
    if (to.add(imported_layers::branch) == nullptr || !read_layers(json, to))
        return false;
    std::size_t const end = to.count();
    if (to.add(imported_layers::joined) == nullptr)
        return false;
    if (to.width() != inputs) {
        to.found.kind = problem::kinds::file_has_a_setting_that_is_not_read;
        to.found.setting = "in_skip";
        return false;
    }
    steps[0].sizes[0] = 2;
    steps[0].inside = end;
    steps[2].inside = end - 3;
    return true;
}

template <std::size_t Steps>
constexpr plan<Steps> read_plan(json_reader const& json) {
    plan<Steps> made;
    model_record const model = read_model_record(json);
    if (model.is_broken) {
        made.found.kind = problem::kinds::file_is_cut_off_or_no_json;
    } else if (model.unread.size() > 0) {
        made.found.kind = problem::kinds::file_has_a_setting_that_is_not_read;
        made.found.setting = model.unread;
    } else if (model.has_layers && (model.inputs == 0 || model.inputs == json_reader::no_integer)) {
        made.found.kind = problem::kinds::file_has_no_input_size;
    }
    if (made.found)
        return made;
    model_reader reader(made.steps.data(), Steps, model.inputs);
    if (model.has_skip)
        read_layers_with_skip(json, reader, made.steps.data(), model.inputs);
    else
        read_layers(json, reader);
    made.input = ctnn::detail::imported_value::vector(model.inputs);
    made.count = reader.count();
    made.found = reader.found;
    return made;
}

} // namespace ctnn::rtneural::detail
