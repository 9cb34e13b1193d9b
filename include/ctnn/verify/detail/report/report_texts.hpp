#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/text/detail/text_output.hpp>
#include <ctnn/verify/detail/report/report_of.hpp>
#include <ctnn/verify/proof.hpp>
#include <type_traits>

// A property's report as constants. Each text is written into room for the longest there could be, in an evaluation
// of its own, and then cut.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

struct character_count {
    std::size_t size = 0;
    constexpr void put(char) { ++size; }
};

template <class Property>
struct report_texts {
    using network = std::remove_cvref_t<decltype(Property::network)>;

    static constexpr auto const& wanted = []() -> auto const& {
        if constexpr (requires { Property::plant; })
            return Property::plant;
        else
            return property_for_slices<Property>::type::wanted;
    }
    ();
    using wanted_type = std::remove_cvref_t<decltype(wanted)>;

    static constexpr std::size_t count_constraints() {
        std::size_t count = 0;
        if constexpr (has_rows<wanted_type>)
            for (auto const& row : wanted.rows)
                count += row.size();
        return count;
    }
    static constexpr std::size_t count_of_names() {
        character_count names;
        ctnn::detail::put_topology<network>(names);
        if constexpr (!has_rows<wanted_type> && !std::is_same_v<wanted_type, no_saturation>)
            put_plant<wanted_type>(names);
        return names.size;
    }
    // (a number has up to 24 characters, an index of one up to 20)
    static constexpr std::size_t numbers = network::input_size + network::output_size;
    static constexpr std::size_t room_of_property =
        200 + count_of_names() + 60 * network::input_size +
        (30 + 30 * (network::output_size + 1)) * count_constraints();
    static constexpr std::size_t room_of_text =
        3000 + 2 * room_of_property + 2 * count_of_names() + 200 * numbers +
        (40 + 50 * (network::output_size + 1)) * count_constraints();

    static constexpr auto property_written = [] {
        ctnn::detail::text_buffer<room_of_property> text;
        put_property<network>(text, Property::inputs, wanted);
        return text;
    }();
    static constexpr digest_text digest_of_property = digest_of_text(property_written);
    static constexpr digest_text digest_of_network = network_digest(Property::network);

    static constexpr report_of<network, wanted_type> report{Property::network,
                                                            Property::inputs,
                                                            wanted,
                                                            proof<Property>,
                                                            std::uint64_t{Property::boxes},
                                                            "the compiler",
                                                            property_written,
                                                            digest_of_property,
                                                            digest_of_network};
    static constexpr auto json_written = [] {
        ctnn::detail::text_buffer<room_of_text> text;
        report.put_json(text);
        return text;
    }();
    static constexpr auto text_written = [] {
        ctnn::detail::text_buffer<room_of_text> text;
        report.put_text(text);
        return text;
    }();
    static constexpr auto json = ctnn::detail::characters_of<json_written.size>(json_written);
    static constexpr auto text = ctnn::detail::characters_of<text_written.size>(text_written);
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
