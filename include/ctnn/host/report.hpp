#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/host/output_condition.hpp>
#include <ctnn/host/proof_options.hpp>
#include <ctnn/host/proof_result.hpp>
#include <ctnn/host/unknown_reason.hpp>
#include <ctnn/text/detail/text_output.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/detail/report/digests.hpp>
#include <ctnn/verify/detail/report/property_text.hpp>
#include <ctnn/verify/detail/report/report_of.hpp>
#include <string>

namespace ctnn::host {
CTNN_ARITHMETIC_BEGIN

/// A report of a proof by `host::prove` for an auditor, with the contents of `verify::audit_report`.
///
/// Shape:    two texts with the same contents, for people and for programs (docs/audit.md).
/// Cost:     a few kB.
/// Example:  tests/host/report.cpp
struct audit_report {
    std::string text{};
    std::string json{};
};

/// The report of a result of `host::prove`; pass the same arguments and the result. The digests of network
/// and property are those that `verify::report` gives for the same property.
///
/// Shape:    an `audit_report`.
/// Cost:     a digest of the network's parameters, and an inference for a counterexample.
/// Errors:   none; the report of a result with a problem says that nothing is shown.
/// Example:  tests/host/report.cpp
template <concepts::network Network, class Box = verify::detail::box_of<Network>,
          class Diagnosis = verify::detail::box_diagnosis<Network, Box>>
    requires ctnn::detail::is_none<Diagnosis> audit_report report(
        Network const& net, Box const& inputs, output_condition<Network::output_size> const& wanted,
        proof_result<typename Network::scalar, Network::input_size> const& found,
        proof_options const& options = {}) {
        struct output {
            std::string all{};
            void put(char c) { all += c; }
        } property, text, json;
        verify::detail::put_property<Network>(property, inputs, wanted);
        auto const digest_of_property = verify::detail::digest_of_text(property.all);
        auto const digest_of_network = verify::detail::network_digest(net);
        verify::detail::report_of<Network, output_condition<Network::output_size>> const all{
            net,
            inputs,
            wanted,
            found.verdict,
            std::uint64_t{options.boxes},
            "a program on a host",
            property.all,
            digest_of_property,
            digest_of_network,
            text_of(found.reason)};
        all.put_text(text);
        all.put_json(json);
        return {text.all, json.all};
    }

CTNN_ARITHMETIC_END
} // namespace ctnn::host

#include <ctnn/config/epilogue.hpp>
