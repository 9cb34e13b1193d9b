#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::detail {

template <class Range>
using element_of = std::remove_cvref_t<decltype(*std::data(std::declval<Range const&>()))>;

template <class Samples>
concept contiguous_samples = requires(Samples const& samples) {
    { std::size(samples) } -> std::convertible_to<std::size_t>;
    std::data(samples)->input;
    std::data(samples)->target;
};

// Whether a copy has elements of its own, so that a function can change and return it. A span has not: what it
// looks at is as writable through one that is constant.
template <class Range>
concept owns_its_elements = std::is_copy_constructible_v<Range> &&
    requires(Range& all, Range const& same) {
    { std::size(same) } -> std::convertible_to<std::size_t>;
    { std::data(all) } -> std::same_as<element_of<Range>*>;
    { std::data(same) } -> std::same_as<element_of<Range> const*>;
};

template <class Input>
struct array_input;
template <class Scalar, std::size_t Size>
struct array_input<std::array<Scalar, Size>> {
    using scalar = Scalar;
    static constexpr std::size_t size = Size;
};
template <class Samples>
using input_of_samples = array_input<decltype(element_of<Samples>::input)>;

// What is wrong with samples of which a function returns a changed copy.
template <class Samples>
constexpr auto copied_samples_diagnosis() {
    if constexpr (!contiguous_samples<Samples>)
        return typename error::samples_of_type<Samples>::are_not_a_contiguous_range_of_sample{};
    else if constexpr (!owns_its_elements<Samples>)
        return typename error::samples_of_type<
            Samples>::are_not_copied_with_it_so_assign_each_in_a_loop{};
    else
        return error::none{};
}

} // namespace ctnn::detail
