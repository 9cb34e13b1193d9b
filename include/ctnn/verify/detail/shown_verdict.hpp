#pragma once

#include <concepts>
#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/text/detail/number_text.hpp>
#include <ctnn/verify/detail/stop_require.hpp>
#include <ctnn/verify/question_problem.hpp>
#include <utility>

// A verdict that is a constant, as a type whose name is the sentence with its numbers.

namespace ctnn::verify::detail {

template <class Verdict>
constexpr bool is_verdict = requires(Verdict const& result) {
    result.counterexample;
    result.left;
};

// A verdict on pairs of inputs, and one that may hold for real numbers alone.
template <class Verdict>
constexpr bool is_of_pairs = requires(Verdict const& result) {
    result.other;
};

template <class Verdict>
constexpr bool is_real_only(Verdict const& result) {
    if constexpr (requires { result.in_real_arithmetic; })
        return result.unknown() && result.in_real_arithmetic;
    else
        return false;
}

// If there are more inputs, only the first are shown.
inline constexpr std::size_t most_shown = 16;
template <std::size_t Inputs>
using shown_inputs = std::make_index_sequence<(Inputs < most_shown ? Inputs : most_shown)>;

enum class part { counterexample, other, lower, upper, slack };

template <part Part, class Verdict>
constexpr auto number_of(Verdict const& result, std::size_t i) {
    if constexpr (Part == part::counterexample)
        return result.counterexample[i];
    else if constexpr (Part == part::other)
        return result.other[i];
    else if constexpr (Part == part::lower)
        return result.left.lower[i];
    else if constexpr (Part == part::upper)
        return result.left.upper[i];
    else
        return result.slack;
}

// `Constant` is a type with the verdict as its value.
template <class Constant, part Part, std::size_t Place>
constexpr ctnn::detail::number_text written() {
    constexpr auto number = number_of<Part>(Constant::value, Place);
    if constexpr (std::same_as<decltype(number), float const>)
        return ctnn::detail::decimal_text(number);
    else
        return ctnn::detail::decimal_text(static_cast<double>(number));
}

template <class Constant, part Part, std::size_t Place, std::size_t... Character>
constexpr auto text_of_number(std::index_sequence<Character...>) {
    constexpr auto text = written<Constant, Part, Place>();
#if defined(__clang__) && __clang_major__ < 16
    return error::number<text.characters[Character]...>{};
#else
    return error::number<sizeof...(Character) + 1>{{text.characters[Character]..., '\0'}};
#endif
}
template <class Constant, part Part, std::size_t Place>
constexpr auto text_of_number() {
    return text_of_number<Constant, Part, Place>(
        std::make_index_sequence<written<Constant, Part, Place>().size>{});
}
#if defined(__clang__) && __clang_major__ < 16
template <class Constant, part Part, std::size_t Place>
using shown = decltype(text_of_number<Constant, Part, Place>());
#else
template <class Constant, part Part, std::size_t Place>
inline constexpr auto shown = text_of_number<Constant, Part, Place>();
#endif

template <class Constant, std::size_t... Place>
constexpr auto violation_of(std::index_sequence<Place...>) {
    constexpr std::size_t inputs = Constant::value.counterexample.size();
    constexpr bool all = inputs <= most_shown;
    if constexpr (is_of_pairs<decltype(Constant::value)>) {
        using pair = typename error::the_property_does_not_hold_between<
            shown<Constant, part::counterexample,
                  Place>...>::template and_the_input<shown<Constant, part::other, Place>...>;
        if constexpr (all)
            return pair{};
        else
            return typename pair::template and_more_numbers_in_the_verdict_of_inputs<inputs>{};
    } else {
        using input =
            error::the_property_does_not_hold_for<shown<Constant, part::counterexample, Place>...>;
        if constexpr (all)
            return input{};
        else
            return
                typename input::template and_more_numbers_in_the_counterexample_of_inputs<inputs>{};
    }
}

template <class Constant, std::size_t... Place>
constexpr auto left_over_of(std::index_sequence<Place...>) {
    constexpr std::size_t inputs = Constant::value.counterexample.size();
    using left = typename error::
        the_property_is_not_proven_from<shown<Constant, part::lower, Place>...>::template up_to<
            shown<Constant, part::upper, Place>...>::template after_boxes<Constant::value.boxes>;
    if constexpr (inputs <= most_shown)
        return left{};
    else
        return typename left::template and_more_numbers_in_the_box_left_of_inputs<inputs>{};
}

template <class Constant>
constexpr auto outcome_of() {
    constexpr auto const& result = Constant::value;
    using shown_first = shown_inputs<result.counterexample.size()>;
    if constexpr (result.proven())
        return error::none{};
    else if constexpr (result.problem != question_problem::none)
        return error::nothing_was_proven_because<result.problem>{};
    else if constexpr (result.violated())
        return violation_of<Constant>(shown_first{});
    else if constexpr (is_real_only(result))
        return error::the_property_is_proven_of_real_numbers_only_with_slack<
            shown<Constant, part::slack, 0>>{};
    else
        return left_over_of<Constant>(shown_first{});
}

} // namespace ctnn::verify::detail
