#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/parameters/detail/pickle_code.hpp>
#include <ctnn/import/parameters/detail/pickle_stack.hpp>
#include <ctnn/import/parameters/detail/stored_tensor.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// The tensors of a state_dict, from its pickle, one after the other. They are in one dictionary, which may be in another
// one. No class of the file is made, and no function is called: it is known what the few do that tensors need.
class pickled_tensors {
public:
    struct tensor {
        text_view name{};
        text_view storage{};   // the name of the numbers' entry
        text_view type{};      // "torch\nFloatStorage\n"
        std::size_t first = 0; // a number
        std::size_t rank = 0;
        std::array<std::size_t, stored_tensor::most_dimensions> dimensions{};
        std::array<std::size_t, stored_tensor::most_dimensions> strides{};
    };

    constexpr explicit pickled_tensors(text_view pickle) : code_{pickle} {}

    // False after the last one, and where the pickle holds something else.
    constexpr bool next(tensor& to) {
        while (!is_found_ && !is_at_end_ && !is_refused_) {
            is_refused_ = !code_.next();
            if (!is_refused_)
                run();
            is_refused_ = is_refused_ || stack_.broken;
        }
        if (is_refused_ || !is_found_)
            return false;
        to = made_;
        is_found_ = false;
        return true;
    }
    constexpr bool is_refused() const { return is_refused_; }

private:
    using kinds = pickle_item::kinds;

    constexpr void run() {
        switch (code_.operation) {
        case pickle_code::protocol:
            break;
        case pickle_code::put:
        case pickle_code::long_put:
            put_aside();
            break;
        case pickle_code::get:
        case pickle_code::long_get:
            push_what_was_put_aside();
            break;
        case pickle_code::mark:
            push(kinds::mark);
            break;
        case pickle_code::text:
        case pickle_code::bytes:
        case pickle_code::few_bytes:
            push(kinds::text);
            break;
        case pickle_code::small_integer:
        case pickle_code::integer_of_two:
        case pickle_code::integer:
        case pickle_code::long_integer:
            push(kinds::integer);
            break;
        case pickle_code::global:
            push(kinds::global);
            break;
        case pickle_code::empty_tuple:
            push(kinds::integers);
            break;
        case pickle_code::empty_dictionary:
            push(kinds::dictionary);
            break;
        case pickle_code::empty_list:
            push(kinds::list);
            break;
        case pickle_code::tuple_of_one:
        case pickle_code::tuple_of_two:
        case pickle_code::tuple_of_three:
            make_tuple(static_cast<std::size_t>(code_.operation - pickle_code::tuple_of_one + 1));
            break;
        case pickle_code::tuple: {
            make_tuple(after_mark(), true);
            break;
        }
        case pickle_code::persistent:
            if (stack_.from_top(0).kind != kinds::storage)
                replace(1, kinds::object);
            break;
        case pickle_code::call:
            call();
            break;
        case pickle_code::new_object:
            replace(2, kinds::object);
            break;
        case pickle_code::build: {
            // What a state_dict knows of itself: its version.
            bool const is_plain = is_ignored(stack_.from_top(0));
            stack_.drop(1);
            if (!is_plain || stack_.from_top(0).kind != kinds::dictionary)
                replace(1, kinds::object);
            break;
        }
        case pickle_code::set_item:
            put_item();
            break;
        case pickle_code::set_items:
            for (std::size_t left = after_mark(); left > 0; left -= 2) {
                is_refused_ = is_refused_ || left == 1;
                if (is_refused_)
                    return;
                put_item(left - 2);
            }
            stack_.drop(1);
            break;
        case pickle_code::append:
            add_to_list(1);
            break;
        case pickle_code::appends:
            add_to_list(after_mark());
            stack_.drop(1);
            break;
        case pickle_code::drop:
            stack_.drop(1);
            break;
        case pickle_code::stop:
            is_at_end_ = true;
            is_refused_ = stack_.count != 1 || stack_.from_top(0).kind != kinds::dictionary;
            break;
        default: // None, True, False, a float
            push(kinds::plain);
        }
    }

    constexpr void push(kinds kind) {
        make_room();
        stack_.push(kind, code_.first);
    }
    constexpr void replace(std::size_t count, kinds kind) {
        stack_.drop(count);
        stack_.push(kind, code_.first);
    }

    constexpr std::size_t after_mark() {
        std::size_t const count = stack_.count_after_mark();
        is_refused_ = is_refused_ || count == stack_.count;
        return count;
    }

    // --- What is put aside ---

    // Functions and classes. (Texts are looked for where they are needed, which is seldom.)
    struct put {
        std::size_t number = 0;
        std::size_t place = 0;
    };
    constexpr void put_aside() {
        pickle_item const& top = stack_.from_top(0);
        if (top.kind == kinds::global && put_count_ < puts_.size())
            puts_[put_count_++] = {code_.number(), top.place};
    }
    constexpr void push_what_was_put_aside() {
        push(kinds::reference);
        for (std::size_t i = 0; i < put_count_ && !stack_.broken; ++i)
            if (puts_[i].number == code_.number()) {
                stack_.drop(1);
                stack_.push(kinds::global, puts_[i].place);
            }
    }

    // --- What lies at a place of the code ---

    constexpr pickle_code operation_from(std::size_t place) const {
        pickle_code found{code_.code, place};
        (void)found.next();
        return found;
    }
    // Of a reference too.
    constexpr bool read_text(std::size_t place, text_view& to) const {
        pickle_code found = operation_from(place);
        if (found.operation == pickle_code::get || found.operation == pickle_code::long_get) {
            pickle_code before, now{code_.code};
            while (now.next()) {
                bool const is_put =
                    now.operation == pickle_code::put || now.operation == pickle_code::long_put;
                if (is_put && now.number() == found.number())
                    break;
                before = now;
            }
            found = before;
        }
        to = found.argument;
        return found.operation == pickle_code::text || found.operation == pickle_code::bytes ||
               found.operation == pickle_code::few_bytes;
    }
    constexpr bool is_global(pickle_item const& one, text_view name) const {
        return one.kind == kinds::global && operation_from(one.place).argument == name;
    }
    // A tuple of integers has them one after the other in the code.
    constexpr void
    read_integers(pickle_item const& from,
                  std::array<std::size_t, stored_tensor::most_dimensions>& to) const {
        to = {};
        pickle_code integers{code_.code, from.place};
        for (std::size_t i = 0; i < from.other && i < to.size() && integers.next(); ++i)
            to[i] = integers.number();
    }

    // --- Tuples and calls ---

    constexpr void make_tuple(std::size_t count, bool has_mark = false) {
        pickle_item made{kinds::plain, code_.first, 0};
        // (The first one is the deepest.)
        auto const item = [&](std::size_t index) -> pickle_item const& {
            return stack_.from_top(count - 1 - index);
        };
        auto const is = [&](std::size_t index, kinds kind) { return item(index).kind == kind; };
        bool are_integers = count > 0, are_ignored = true;
        for (std::size_t i = 0; i < count; ++i) {
            are_integers = are_integers && is(i, kinds::integer);
            are_ignored = are_ignored && is_ignored(item(i));
        }
        if (are_integers)
            made = {kinds::integers, item(0).place, count};
        else if (count == 5 && is(1, kinds::global) && is_text(item(2)))
            // ('storage', torch.FloatStorage, '0', 'cpu', 12)
            made = {kinds::storage, item(1).place, item(2).place};
        else if (count >= 4 && is(0, kinds::storage) && is(1, kinds::integer) &&
                 is(2, kinds::integers) && is(3, kinds::integers) && item(2).other == item(3).other)
            made = begin_tensor(item(0), item(1), item(2), item(3));
        else if (count == 3 && is(0, kinds::tensor))
            made.kind = kinds::parameter_arguments;
        else if (!are_ignored)
            made.kind = kinds::object;
        stack_.drop(count + (has_mark ? 1 : 0));
        stack_.push(made);
    }
    constexpr pickle_item begin_tensor(pickle_item const& storage, pickle_item const& first,
                                       pickle_item const& sizes, pickle_item const& strides) {
        // There is one at a time.
        is_refused_ = is_refused_ || has_tensor_;
        has_tensor_ = true;
        made_.type = operation_from(storage.place).argument;
        made_.first = operation_from(first.place).number();
        made_.rank = sizes.other;
        storage_name_ = storage.other;
        read_integers(sizes, made_.dimensions);
        read_integers(strides, made_.strides);
        return {kinds::tensor_arguments, 0, 0};
    }
    constexpr void call() {
        pickle_item const& arguments = stack_.from_top(0);
        pickle_item const& function = stack_.from_top(1);
        kinds made = kinds::object;
        if (arguments.kind == kinds::tensor_arguments &&
            is_global(function, "torch._utils\n_rebuild_tensor_v2\n"))
            made = kinds::tensor;
        else if (arguments.kind == kinds::parameter_arguments &&
                 is_global(function, "torch._utils\n_rebuild_parameter\n"))
            made = kinds::tensor;
        else if (arguments.kind == kinds::integers && arguments.other == 0 &&
                 is_global(function, "collections\nOrderedDict\n"))
            made = kinds::dictionary;
        replace(2, made);
    }

    // --- Dictionaries and lists ---

    static constexpr bool is_text(pickle_item const& one) {
        return one.kind == kinds::text || one.kind == kinds::reference;
    }
    // What may lie beside tensors, and is no part of a network: numbers and texts.
    static constexpr bool is_ignored(pickle_item const& one) {
        return one.kind == kinds::plain || one.kind == kinds::integer ||
               one.kind == kinds::integers || one.kind == kinds::global ||
               one.kind == kinds::dictionary || one.kind == kinds::list || is_text(one);
    }
    // Python puts all items of a dictionary on its stack, then all of them into the dictionary. Here a tensor goes into it
    // at once, and what is ignored when it is certain that it is whole.
    constexpr void make_room() {
        if (stack_.count >= 4 && stack_.from_top(0).kind == kinds::tensor &&
            stack_.from_top(2).kind == kinds::mark &&
            stack_.from_top(3).kind == kinds::dictionary) {
            put_item();
            return;
        }
        constexpr std::size_t most_parts = 6; // of something that is not whole
        std::size_t const count = stack_.count_after_mark();
        if (count < most_parts + 2 || stack_.count < count + 2)
            return;
        kinds const made = stack_.from_top(count + 1).kind;
        std::size_t const taken = made == kinds::dictionary ? 2 : made == kinds::list ? 1 : 0;
        if (taken > 0) {
            is_refused_ = is_refused_ || !is_ignored(stack_.from_top(count - taken));
            stack_.take_out(taken, count - taken);
        }
    }
    // There may be other items above it.
    constexpr void put_item(std::size_t above = 0) {
        if (stack_.count < above + 3) {
            is_refused_ = true;
            return;
        }
        pickle_item const value = stack_.from_top(above), key = stack_.from_top(above + 1);
        stack_.take_out(2, above);
        if (value.kind == kinds::tensor) {
            std::size_t const mark = stack_.from_top(above).kind == kinds::mark ? 1 : 0;
            pickle_item const& dictionary = stack_.from_top(above + mark);
            is_refused_ = is_refused_ || dictionary.kind != kinds::dictionary || !is_text(key) ||
                          (has_dictionary_ && dictionary.place != dictionary_) ||
                          !read_text(key.place, made_.name) ||
                          !read_text(storage_name_, made_.storage);
            has_dictionary_ = true;
            dictionary_ = dictionary.place;
            has_tensor_ = false;
            is_found_ = true;
        } else {
            is_refused_ = is_refused_ || !is_ignored(value);
        }
    }
    constexpr void add_to_list(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i)
            is_refused_ = is_refused_ || !is_ignored(stack_.from_top(i));
        stack_.drop(count);
    }

    pickle_code code_;
    pickle_stack stack_{};
    std::array<put, 12> puts_{};
    std::size_t put_count_ = 0;
    tensor made_{};
    std::size_t storage_name_ = 0;
    bool has_tensor_ = false; // that is not yet in a dictionary
    std::size_t dictionary_ = 0;
    bool has_dictionary_ = false;
    bool is_found_ = false;
    bool is_at_end_ = false;
    bool is_refused_ = false;
};

} // namespace ctnn::detail
