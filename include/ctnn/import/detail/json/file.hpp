#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/detail/json/scanner.hpp>
#include <ctnn/import/detail/json/token.hpp>
#include <ctnn/text/text_view.hpp>
#include <utility>

// The tokens and the numbers of a JSON text that is a constant. A compiler takes only so many steps for one constant, so a
// long text is read in slices, each of which goes on where the last one ended.

namespace ctnn::detail {

struct json_slice {
    static constexpr std::size_t most_numbers = 2048, most_tokens = 256;
    // In steps of clang, of 1,048,576; a character costs at most so many.
    static constexpr std::size_t most_work = 600'000, work_of_character = 16;

    json_scanner after;
    std::size_t first = 0; // character
    std::array<double, most_numbers> numbers{};
    std::array<json_token, most_tokens> tokens{};
    std::size_t number_count = 0;
    std::size_t token_count = 0;
    std::size_t work_before = 0;

    explicit constexpr json_slice(json_scanner const& start)
        : after{start}, first{start.place()}, work_before{start.work()} {
        after.run(*this);
    }
    constexpr bool has_capacity(json_scanner const& scanner) const {
        return number_count < most_numbers &&
               token_count + json_scanner::tokens_of_step <= most_tokens &&
               (scanner.place() - first) * work_of_character + scanner.work() - work_before <
                   most_work;
    }
    constexpr void add(json_token const& token) { tokens[token_count++] = token; }
    constexpr void add_number(double number) { numbers[number_count++] = number; }
};

template <auto const& File, std::size_t Index>
inline constexpr json_slice json_slice_at{json_slice_at<File, Index - 1>.after};
template <auto const& File>
inline constexpr json_slice json_slice_at<File, 0>{json_scanner{text_view(File)}};

template <auto const& File, std::size_t Index = 0>
constexpr std::size_t count_json_slices() {
    if constexpr (json_slice_at<File, Index>.after.at_end())
        return Index + 1;
    else
        return count_json_slices<File, Index + 1>();
}

template <auto const& File, class Slices = std::make_index_sequence<count_json_slices<File>()>>
struct json_file;
template <auto const& File, std::size_t... Slice>
struct json_file<File, std::index_sequence<Slice...>> {
    static constexpr std::size_t number_count =
        (std::size_t{0} + ... + json_slice_at<File, Slice>.number_count);
    static constexpr std::size_t token_count =
        (std::size_t{0} + ... + json_slice_at<File, Slice>.token_count);

    // (One more, for texts without any.)
    static constexpr std::array<double, number_count + 1> numbers = [] {
        std::array<double, number_count + 1> joined{};
        double* to = joined.data();
        auto const add = [&to](double const* from, std::size_t count) {
            for (std::size_t i = 0; i < count; ++i)
                *to++ = from[i];
        };
        (add(json_slice_at<File, Slice>.numbers.data(), json_slice_at<File, Slice>.number_count),
         ...);
        return joined;
    }();
    static constexpr std::array<json_token, token_count + 1> tokens = [] {
        std::array<json_token, token_count + 1> joined{};
        std::size_t count = 0;
        auto const add = [&](json_slice const& from) {
            for (std::size_t i = 0; i < from.token_count; ++i)
                joined[count++] = from.tokens[i];
        };
        (add(json_slice_at<File, Slice>), ...);
        return joined;
    }();
};

} // namespace ctnn::detail
