#pragma once

#include <concepts>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/memory.hpp>
#include <ctnn/concept/detail/number_by_number.hpp>
#include <ctnn/kernel/descent.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::detail {

// Constants<Scalar>, an aggregate of up to five Scalar, as Constants<Values>; any others stay as they are.
template <class Constants, class Values>
struct widened_constants {
    using type = Constants;
    static constexpr type of(Constants const& from) { return from; }
};
template <template <class> class Constants, class Scalar, class Values>
    requires(is_aggregate_of<Constants<Scalar>, Scalar, 5>() && !std::is_empty_v<Constants<Scalar>>)
struct widened_constants<Constants<Scalar>, Values> {
    using type = Constants<Values>;
    static constexpr type of(Constants<Scalar> const& from) {
        constexpr std::size_t size = memory_size<Constants<Scalar>, Scalar>;
        Values const none{};
        if constexpr (size == 1) {
            auto const& [a] = from;
            return {none + a};
        } else if constexpr (size == 2) {
            auto const& [a, b] = from;
            return {none + a, none + b};
        } else if constexpr (size == 3) {
            auto const& [a, b, c] = from;
            return {none + a, none + b, none + c};
        } else if constexpr (size == 4) {
            auto const& [a, b, c, d] = from;
            return {none + a, none + b, none + c, none + d};
        } else {
            auto const& [a, b, c, d, e] = from;
            return {none + a, none + b, none + c, none + d, none + e};
        }
    }
};

// Whether an optimizer's update takes these: numbers, or lanes of them.
template <class Optimizer, class Values, class Constants>
concept updates_values = requires(Values& parameter, Values const& derivative,
                                  typename memory_for<Optimizer, Values>::type& memory,
                                  Constants const& constants) {
    { Optimizer::update(parameter, derivative, memory, constants) } -> std::same_as<void>;
};

// An optimizer's step as a rule for kernels (kernel/descent.hpp).
template <class Optimizer, class Constants>
struct update_rule {
    Constants constants;

    // Whether the optimizer takes these lanes, with its constants in lanes or without.
    template <class Values>
    static constexpr bool takes =
        updates_values<Optimizer, Values, Constants> ||
        updates_values<Optimizer, Values, typename widened_constants<Constants, Values>::type>;

    // The rule for wide vectors of the compiler, its constants in all lanes already if they are a template of theirs.
    template <class Values>
    constexpr auto widened() const {
        using wide = typename widened_constants<Constants, Values>::type;
        if constexpr (updates_values<Optimizer, Values, wide>)
            return update_rule<Optimizer, wide>{
                widened_constants<Constants, Values>::of(constants)};
        else
            return *this;
    }

    template <class Values, class... Memory>
    [[gnu::always_inline]] constexpr void operator()(Values& parameter, Values const& derivative,
                                                     Memory&... memory) const {
        if constexpr (kernel::is_vector<Values> && !updates_values<Optimizer, Values, Constants>) {
            number_by_number(*this, parameter, derivative, memory...);
        } else {
            using remembered = typename memory_for<Optimizer, Values>::type;
            remembered past{memory...};
            Optimizer::update(parameter, derivative, past, constants);
            if constexpr (sizeof...(Memory) > 0)
                put_back(past, memory...);
        }
    }
};

template <class Optimizer, class Scalar>
concept has_constants = customization::is_the_same_at_all_steps<Optimizer, Scalar> ||
    requires(Optimizer const& optimizer, std::size_t steps) {
    optimizer.template at<Scalar>(steps);
};

// What `at` says of the step after `steps` others.
template <class Scalar, class Optimizer>
    requires has_constants<Optimizer, Scalar>
[[gnu::always_inline]] constexpr auto constants_at(Optimizer const& optimizer,
                                                   [[maybe_unused]] std::size_t steps) {
    if constexpr (customization::is_the_same_at_all_steps<Optimizer, Scalar>)
        return optimizer.template at<Scalar>();
    else
        return optimizer.template at<Scalar>(steps);
}

// The rule of that step.
template <class Scalar, class Optimizer>
[[gnu::always_inline]] constexpr auto rule_at(Optimizer const& optimizer, std::size_t steps) {
    using constants = decltype(constants_at<Scalar>(optimizer, steps));
    if constexpr (kernel::is_descent<constants>)
        return constants_at<Scalar>(optimizer, steps);
    else
        return update_rule<Optimizer, constants>{constants_at<Scalar>(optimizer, steps)};
}
template <class Scalar, class Optimizer>
using rule_of = decltype(rule_at<Scalar>(std::declval<Optimizer const&>(), std::size_t{0}));

} // namespace ctnn::detail
