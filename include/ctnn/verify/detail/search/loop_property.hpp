#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/detail/search/invariant_question.hpp>
#include <ctnn/verify/detail/search/slices.hpp>
#include <ctnn/verify/outputs/condition_expression.hpp>
#include <type_traits>

// The invariant box of a control loop as a property for a chain of constants.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

template <class Property>
struct loop_property {
    using network_type = std::remove_cvref_t<decltype(Property::network)>;
    using question =
        invariant_question<network_type, std::remove_cvref_t<decltype(Property::plant)>>;
    static constexpr auto& network = Property::network;
    static constexpr auto& inputs = Property::inputs;
    static constexpr question wanted{Property::plant, Property::inputs};
    static constexpr std::size_t boxes = Property::boxes;
};

// (both bounds, the steps that are tried and the plant are less than two more passes)
template <class Property>
struct proof_of<loop_property<Property>> {
    using network = typename loop_property<Property>::network_type;
    using search = piece_search<typename loop_property<Property>::question>;
    static constexpr std::size_t cost = 3 * (rows_of_box<network>() + 8) * price_of_row;
    static constexpr std::size_t limit = compiler::prices.limit / 2;
    static constexpr std::size_t boxes_in_slice = cost < limit ? limit / cost : 1;
};

// A condition that is an expression of outputs, as rows of constraints.
template <class Property>
struct expression_property {
    using network_type = std::remove_cvref_t<decltype(Property::network)>;
    static constexpr auto& network = Property::network;
    static constexpr auto& inputs = Property::inputs;
    static constexpr auto wanted =
        outputs::detail::condition_on<network_type::output_size>(Property::wanted);
    static constexpr std::size_t boxes = Property::boxes;
};

template <class Property>
struct property_for_slices {
    using type = Property;
};
template <class Property>
    requires requires {
        Property::plant;
    }
struct property_for_slices<Property> {
    using type = loop_property<Property>;
};
template <class Property>
    requires(!requires { Property::plant; } &&
             outputs::condition_expression<std::remove_cvref_t<decltype(Property::wanted)>>)
struct property_for_slices<Property> {
    using type = expression_property<Property>;
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
