#pragma once

#include <cstddef>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/concept/activation.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/layer/option/recurrent_activation.hpp>
#include <ctnn/layer/option/reset_before.hpp>
#include <ctnn/placed/recurrent.hpp>

// The options of a recurrent layer, in any order: an activation, recurrent_activation<...>, reset_before. Anything
// else counts as an activation.

namespace ctnn::detail {

enum class recurrent_option { activation, recurrent_activation, reset };

template <class Option>
inline constexpr recurrent_option recurrent_option_of = recurrent_option::activation;
template <class Activation>
inline constexpr recurrent_option recurrent_option_of<recurrent_activation<Activation>> =
    recurrent_option::recurrent_activation;
template <>
inline constexpr recurrent_option recurrent_option_of<reset_before> = recurrent_option::reset;

// The last option of a kind, else Found.
template <recurrent_option Kind, class Found, class... Options>
struct found_option {
    using type = Found;
};
template <recurrent_option Kind, class Found, class First, class... Rest>
struct found_option<Kind, Found, First, Rest...> : found_option<Kind, Found, Rest...> {};
template <recurrent_option Kind, class Found, class First, class... Rest>
    requires(recurrent_option_of<First> == Kind)
struct found_option<Kind, Found, First, Rest...> : found_option<Kind, First, Rest...> {};

template <class Option>
struct activation_of_option {
    using type = Option;
};
template <class Activation>
struct activation_of_option<recurrent_activation<Activation>> {
    using type = Activation;
};

// What is wrong with one of All options, or error::none. HasGates, HasReset: what the layer has.
template <class At, class Scalar, bool HasGates, bool HasReset, class Option, class... All>
constexpr auto recurrent_option_diagnosis() {
    constexpr auto kind = recurrent_option_of<Option>;
    constexpr std::size_t count = (std::size_t{0} + ... + (recurrent_option_of<All> == kind));
    using at = typename At::template has_option<Option>;
    if constexpr (count > 1)
        return typename at::and_another_one_of_its_kind{};
    else if constexpr ((kind == recurrent_option::recurrent_activation && !HasGates) ||
                       (kind == recurrent_option::reset && !HasReset))
        return typename at::but_takes_none_of_its_kind{};
    else if constexpr (kind != recurrent_option::reset &&
                       !concepts::elementwise_activation<
                           typename activation_of_option<Option>::type, Scalar>)
        return typename at::but_needs_an_activation_that_acts_on_each_number_alone{};
    else
        return error::none{};
}

template <bool HasGates, bool HasReset, class... Options>
struct recurrent_options {
    using activation =
        typename found_option<recurrent_option::activation, ctnn::tanh, Options...>::type;
    using recurrent_activation =
        typename activation_of_option<typename found_option<recurrent_option::recurrent_activation,
                                                            ctnn::sigmoid, Options...>::type>::type;
    template <template <class> class Has>
    static constexpr bool activations_inside = Has<activation>::value &&
                                               (!HasGates || Has<recurrent_activation>::value);
    static constexpr bool resets_before =
        (... || (recurrent_option_of<Options> == recurrent_option::reset));

    template <class At, class Scalar, class Shape>
    static constexpr auto diagnosis() {
        return first<At, Scalar, Shape, Options...>();
    }

private:
    template <class At, class Scalar, class Shape>
    static constexpr auto first() {
        return placed::recurrent_diagnosis<At, Shape>{};
    }
    template <class At, class Scalar, class Shape, class Option, class... Rest>
    static constexpr auto first() {
        using of_option = decltype(recurrent_option_diagnosis<At, Scalar, HasGates, HasReset,
                                                              Option, Options...>());
        if constexpr (!is_none<of_option>)
            return of_option{};
        else
            return first<At, Scalar, Shape, Rest...>();
    }
};

} // namespace ctnn::detail
