#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/config/version.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/report/detail/topology_text.hpp>
#include <ctnn/text/detail/text_output.hpp>
#include <ctnn/text/text_view.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/detail/report/about_this_build.hpp>
#include <ctnn/verify/detail/report/digests.hpp>
#include <ctnn/verify/detail/report/property_text.hpp>
#include <ctnn/verify/verdict.hpp>
#include <type_traits>

// The contents of a report, as JSON and as text for people. docs/verification_report.schema.json describes the JSON.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// A sentence for each kind of verdict.
template <class Verdict>
constexpr char const* statement_of(Verdict const& found) {
    return found.proven() ? "For every input in the box that the scalar can hold, the condition "
                            "holds as this program "
                            "computes, every rounding included."
           : found.violated()
               ? "For the counterexample, the condition does not hold as this program computes."
           : found.problem != question_problem::none
               ? "Nothing is shown, because the question makes no sense: its box, its condition or "
                 "its settings."
               : "Nothing is shown: there is neither a proof nor a counterexample.";
}
inline constexpr char const* what_it_leaves_open =
    "Nothing is said of inputs outside of the box, of a build with other arithmetic, of real "
    "numbers that are never "
    "rounded, or of whether the condition is what the application needs.";

template <class Network, class Wanted>
struct report_of {
    using scalar = typename Network::scalar;
    using verdict_type = verdict<scalar, Network::input_size>;

    Network const& net;
    box_of<Network> const& inputs;
    Wanted const& wanted;
    verdict_type const& found;
    std::uint64_t most_boxes;
    char const* proven_by;
    text_view property; // put_property
    digest_text const& digest_of_property;
    digest_text const& digest_of_network;
    text_view reason{}; // for which an unknown verdict is unknown, if that is known

    // Fixed point has its own numbers, which a double is exactly.
    static constexpr auto number(scalar value) {
        if constexpr (std::is_same_v<scalar, float>)
            return value;
        else
            return static_cast<double>(value);
    }
    static constexpr char const* kind_of(verdict_type const& result) {
        return result.proven() ? "proven" : result.violated() ? "violated" : "unknown";
    }

    template <class Output>
    constexpr void put_json(Output& to) const {
        using ctnn::detail::put_all;
        put_all(to, "{\n  \"report\": \"ctnn verification report 1\",\n  \"library\": \"ctnn ",
                ctnn::detail::version, "\",\n  \"compiler\": {\"name\": \"");
        put_compiler(to);
        put_all(to, "\", \"standard\": ", language_standard, "},\n  \"proven_by\": \"", proven_by,
                "\",\n  \"arithmetic\": {\"scalar\": \"");
        ctnn::detail::scalar_name<scalar>::put(to);
        put_all(to, "\", \"fused\": ", ctnn::detail::is_fused ? "true" : "false",
                "},\n  \"network\": {\n    \"sha256\": \"", digest_of_network.data(),
                "\",\n    \"topology\": \"");
        ctnn::detail::put_topology<Network>(to);
        put_all(to,
                "\",\n    \"all_named\": ", ctnn::detail::has_names<Network>() ? "true" : "false",
                ",\n    \"inputs\": ", std::uint64_t{Network::input_size},
                ",\n    \"outputs\": ", std::uint64_t{Network::output_size},
                ",\n    \"parameters\": ", std::uint64_t{Network::parameter_count},
                "\n  },\n  \"property\": {\n    \"sha256\": \"", digest_of_property.data(),
                "\",\n    \"text\": \"");
        put_escaped(to, property);
        put_all(to, "\",\n    \"condition\": \"");
        put_condition(to, wanted, "\\n");
        put_all(to, "\",\n    \"lower\": ");
        put_decimals(to, inputs.lower);
        put_all(to, ",\n    \"upper\": ");
        put_decimals(to, inputs.upper);
        put_all(to, "\n  },\n  \"verdict\": \"", kind_of(found), "\",\n  \"margin\": ");
        put_margin(to);
        put_all(to, ",\n  \"boxes\": ", std::uint64_t{found.boxes},
                ",\n  \"most_boxes\": ", most_boxes, ",\n  \"counterexample\": ");
        if (found.violated()) {
            auto const y = net(found.counterexample);
            put_all(to, "{\n    \"input\": ");
            put_decimals(to, found.counterexample);
            put_all(to, ",\n    \"input_exact\": ");
            put_exact(to, found.counterexample);
            put_all(to, ",\n    \"output\": ");
            put_decimals(to, y);
            put_all(to, ",\n    \"output_exact\": ");
            put_exact(to, y);
            put_all(to, "\n  }");
        } else {
            put_all(to, "null");
        }
        put_all(to, ",\n  \"left\": ");
        if (found.unknown()) {
            put_all(to, "{\"lower\": ");
            put_decimals(to, found.left.lower);
            put_all(to, ", \"upper\": ");
            put_decimals(to, found.left.upper);
            put_all(to, "}");
        } else {
            put_all(to, "null");
        }
        if (reason.size() == 0)
            put_all(to, ",\n  \"reason\": null");
        else
            put_all(to, ",\n  \"reason\": \"", reason, "\"");
        put_all(to, ",\n  \"covers\": {\"this_program\": ", found.unknown() ? "false" : "true",
                ", \"real_arithmetic\": false},\n  \"statement\": \"", statement_of(found),
                "\",\n  \"not_covered\": \"", what_it_leaves_open, "\"\n}\n");
    }

    template <class Output>
    constexpr void put_text(Output& to) const {
        using ctnn::detail::put_all;
        put_all(to, "Verification report 1 of ctnn ", ctnn::detail::version, "\n\nverdict     ",
                kind_of(found), "\nnetwork     ");
        ctnn::detail::put_topology<Network>(to);
        put_all(to, "\n            ", std::uint64_t{Network::parameter_count}, " parameters");
        if (!ctnn::detail::has_names<Network>())
            put_all(to, "; a part has no name, so the digest does not tell it from others");
        put_all(to, "\n            SHA-256 ", digest_of_network.data(), "\ncondition   ");
        put_condition(to, wanted, "\n            ");
        put_all(to, "\n            SHA-256 ", digest_of_property.data(), "\n");
        for (std::size_t i = 0; i < Network::input_size; ++i) {
            put_all(to, i == 0 ? "box         x" : "            x", std::uint64_t{i}, " from ");
            put_decimal(to, inputs.lower[i]);
            put_all(to, " to ");
            put_decimal(to, inputs.upper[i]);
            to.put('\n');
        }
        if (found.proven() && math::is_finite(found.margin))
            put_all(to, "margin      ", text_view(ctnn::detail::decimal_text(found.margin)), "\n");
        put_all(to, "boxes       ", std::uint64_t{found.boxes});
        // (the largest number there is stands for no limit, as ctnn_verifier has with a timeout)
        if (most_boxes < static_cast<std::size_t>(-1))
            put_all(to, " of at most ", most_boxes);
        to.put('\n');
        if (found.violated()) {
            put_numbers(to, "input       x", found.counterexample);
            put_numbers(to, "output      y", net(found.counterexample));
        }
        if (found.unknown())
            for (std::size_t i = 0; i < Network::input_size; ++i) {
                put_all(to, i == 0 ? "left        x" : "            x", std::uint64_t{i}, " from ");
                put_decimal(to, found.left.lower[i]);
                put_all(to, " to ");
                put_decimal(to, found.left.upper[i]);
                to.put('\n');
            }
        if (reason.size() > 0)
            put_all(to, "reason      ", reason, "\n");
        put_all(to, "arithmetic  ");
        ctnn::detail::scalar_name<scalar>::put(to);
        put_all(to,
                ctnn::detail::is_fused ? ", multiplied and added in one rounding"
                                       : ", each operation rounded by itself",
                found.proven() ? "\nproven by   " : "\nsearched by ", proven_by, ", ");
        put_compiler(to);
        put_all(to, ", C++ ", language_standard, "\n\n", statement_of(found), "\n",
                what_it_leaves_open, "\n");
    }

private:
    template <class Output>
    static constexpr void put_escaped(Output& to, text_view text) {
        for (char const c : text)
            if (c == '\n')
                ctnn::detail::put(to, "\\n");
            else
                to.put(c);
    }
    // (JSON has no numbers that are not finite)
    template <class Output>
    static constexpr void put_decimal(Output& to, scalar value, char const* around = "") {
        bool const is_finite = math::is_finite(number(value));
        ctnn::detail::put_all(to, is_finite ? "" : around,
                              text_view(ctnn::detail::decimal_text(number(value))),
                              is_finite ? "" : around);
    }
    template <class Output, std::size_t Size>
    static constexpr void put_decimals(Output& to, std::array<scalar, Size> const& values) {
        char const* before = "[";
        for (scalar const value : values) {
            ctnn::detail::put(to, before);
            put_decimal(to, value, "\"");
            before = ", ";
        }
        to.put(']');
    }
    template <class Output, std::size_t Size>
    static constexpr void put_exact(Output& to, std::array<scalar, Size> const& values) {
        char const* before = "[\"";
        for (scalar const value : values) {
            ctnn::detail::put_all(
                to, before, text_view(ctnn::detail::hexadecimal_text(static_cast<double>(value))));
            before = "\", \"";
        }
        ctnn::detail::put(to, "\"]");
    }
    template <class Output>
    constexpr void put_margin(Output& to) const {
        bool const has_one = found.proven() && math::is_finite(found.margin);
        ctnn::detail::put_all(
            to, has_one ? text_view(ctnn::detail::decimal_text(found.margin)) : text_view("null"),
            ",\n  \"margin_exact\": ", has_one ? "\"" : "");
        ctnn::detail::put_all(to,
                              has_one ? text_view(ctnn::detail::hexadecimal_text(found.margin))
                                      : text_view("null"),
                              has_one ? "\"" : "");
    }
    template <class Output, std::size_t Size>
    static constexpr void put_numbers(Output& to, char const* head,
                                      std::array<scalar, Size> const& values) {
        for (std::size_t i = 0; i < Size; ++i) {
            text_view const first{head, 12};
            ctnn::detail::put(to, i == 0 ? first : text_view("            "));
            ctnn::detail::put_all(to, text_view(head + 12, 1), std::uint64_t{i}, " = ");
            put_decimal(to, values[i]);
            to.put('\n');
        }
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
