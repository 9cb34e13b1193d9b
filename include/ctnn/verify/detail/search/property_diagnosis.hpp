#pragma once

#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/constant_member.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/verify/detail/search/invariant_question.hpp>
#include <ctnn/verify/detail/search/linear_diagnosis.hpp>
#include <ctnn/verify/outputs/condition_expression.hpp>
#include <ctnn/verify/prove.hpp>
#include <type_traits>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// What is wrong with the members of a property of `proof`.
template <class Property>
constexpr auto property_diagnosis() {
    namespace all = ctnn::detail;
    using property = error::property<Property>;
    constexpr bool has_plant = requires {
        typename std::bool_constant<all::is_constant(Property::plant)>;
    };
    constexpr bool has_wanted = requires {
        typename std::bool_constant<all::is_constant(Property::wanted)>;
    };
    if constexpr (!requires {
                      typename std::bool_constant<all::is_static(&Property::network) &&
                                                  all::is_constant(Property::network)>;
                      requires concepts::network<std::remove_cvref_t<decltype(Property::network)>>;
                  })
        return typename property::lacks_a_static_constexpr_network{};
    else if constexpr (!requires {
                           typename std::bool_constant<all::is_static(&Property::inputs) &&
                                                       all::is_constant(Property::inputs)>;
                           Property::inputs.lower;
                       })
        return typename property::lacks_a_static_constexpr_box_of_inputs{};
    else if constexpr (!has_plant && !has_wanted)
        return typename property::lacks_a_static_constexpr_wanted_or_plant{};
    else if constexpr (!requires {
                           typename std::bool_constant<all::is_constant(Property::boxes)>;
                           requires all::is_whole_number<decltype(Property::boxes)>;
                           requires !all::is_negative(Property::boxes);
                       })
        return typename property::lacks_a_static_constexpr_number_of_boxes{};
    else if constexpr (has_plant)
        return plant_box_diagnosis<std::remove_cvref_t<decltype(Property::network)>,
                                   std::remove_cvref_t<decltype(Property::plant)>,
                                   std::remove_cvref_t<decltype(Property::inputs)>>{};
    else if constexpr (requires { std::remove_cvref_t<decltype(Property::wanted)>::outputs; } ||
                       outputs::condition_expression<
                           std::remove_cvref_t<decltype(Property::wanted)>>)
        return wanted_diagnosis<std::remove_cvref_t<decltype(Property::network)>,
                                std::remove_cvref_t<decltype(Property::inputs)>,
                                std::remove_cvref_t<decltype(Property::wanted)>>();
    else
        return box_diagnosis<std::remove_cvref_t<decltype(Property::network)>,
                             std::remove_cvref_t<decltype(Property::inputs)>>{};
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
