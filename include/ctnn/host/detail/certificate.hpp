#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/config/version.hpp>
#include <ctnn/host/detail/checkpoint.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/file_problem.hpp>
#include <ctnn/host/read_file.hpp>
#include <ctnn/report/detail/sha256.hpp>
#include <ctnn/report/detail/topology_text.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <ctnn/text/detail/number_text.hpp>
#include <ctnn/text/detail/text_output.hpp>
#include <ctnn/verify/detail/report/about_this_build.hpp>
#include <ctnn/verify/detail/report/digests.hpp>
#include <ctnn/verify/detail/report/property_text.hpp>
#include <ctnn/verify/detail/search/box_finding.hpp>
#include <ctnn/verify/detail/search/region.hpp>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>

// The file that lets another program check a proof (docs/audit.md has its form): the whole question, and a line for each
// region that was examined; a region comes before its halves.

namespace ctnn::host::detail {
CTNN_ARITHMETIC_BEGIN

struct certificate_text {
    std::string all{};
    void put(char c) { all += c; }
};

template <class Network, class Box, class Condition>
std::string certificate_head(Network const& net, Box const& inputs, Condition const& wanted) {
    using ctnn::detail::put_all;
    certificate_text text, property;
    put_all(text, "ctnn proof certificate 1\nlibrary ctnn ", ctnn::detail::version, "\ncompiler ");
    verify::detail::put_compiler(text);
    put_all(text, "\nfused ", ctnn::detail::is_fused ? "yes" : "no", "\nnetwork sha256 ",
            verify::detail::network_digest(net).data(), "\nnetwork ");
    ctnn::detail::put_topology<Network>(text);
    text.put('\n');
    ctnn::detail::for_each_block(
        [&text](auto block) {
            ctnn::detail::put(text, "parameters");
            for (std::size_t i = 0; i < block.size; ++i)
                put_all(
                    text, " ",
                    text_view(ctnn::detail::hexadecimal_text(static_cast<double>(block.data[i]))));
            text.put('\n');
        },
        net);
    verify::detail::put_property<Network>(property, inputs, wanted);
    put_all(text, "property sha256 ", verify::detail::digest_of_text(property.all).data(), "\n",
            text_view(property.all), "steps\n");
    return text.all;
}

// What was found of a region, as a line.
template <class Network, class Finding>
std::string certificate_step(verify::detail::region<Network> const& all, Finding const& found) {
    using verify::detail::box_state;
    std::string text = "region";
    write_numbers(text, all.in.lower), write_numbers(text, all.in.upper);
    write_phases(text, all.phases);
    if (found.is_shrunk) {
        text += " : within";
        write_numbers(text, found.part.lower), write_numbers(text, found.part.upper);
    }
    if (found.state == box_state::holds) {
        text += " : holds";
    } else if (found.state == box_state::violated) {
        text += " : violated";
        write_numbers(text, found.suspect);
    } else if (!found.has_halves()) {
        text += " : left";
    } else {
        auto const halves = verify::detail::halves_of(all, found);
        if (found.split != verify::detail::no_neuron)
            text += joined(" : split ", found.split);
        else
            text += joined(" : cut ", found.cut, " ",
                           hex(static_cast<double>(halves[0].in.upper[found.cut])), " ",
                           hex(static_cast<double>(halves[1].in.lower[found.cut])));
    }
    text += '\n';
    return text;
}

// Writes it, and keeps the digest of what is written.
class certificate_file {
public:
    certificate_file() = default;
    explicit certificate_file(std::string path) : path_(std::move(path)) {}

    file_problem problem{};

    bool is_wanted() const { return !path_.empty(); }

    // After `steps` steps that are there, 0 for a new file.
    void begin(std::string const& head, std::size_t steps) {
        if (!is_wanted())
            return;
        std::string kept = head;
        if (steps > 0 && !keep(head, steps, kept))
            return;
        file_.open(path_, std::ios::binary | std::ios::trunc);
        add(kept);
    }
    void add(std::string_view text) {
        if (!is_wanted() || problem)
            return;
        for (char const c : text)
            digest_.add(static_cast<unsigned char>(c));
        file_ << text;
        note_failure();
    }
    void flush() {
        if (!is_wanted() || problem)
            return;
        file_.flush();
        note_failure();
    }
    void end(char const* verdict, std::size_t steps) {
        add(joined("end ", verdict, " ", steps, "\n"));
        if (is_wanted() && !problem)
            file_ << "sha256 " << digest_.digits().data() << "\n";
        flush();
    }

private:
    std::string path_{};
    std::ofstream file_{};
    ctnn::detail::sha256 digest_{};

    void note_failure() {
        if (!file_)
            problem = {0, joined("the certificate ", path_, " can not be written")};
    }
    // The steps that the checkpoint knows of; the program may have been stopped after more.
    bool keep(std::string const& head, std::size_t steps, std::string& kept) {
        auto const file = read_file(path_);
        if (file.problem)
            problem = {0, joined("the checkpoint was begun with no certificate ", path_)};
        else if (file.text.compare(0, head.size(), head) != 0)
            problem = {0, joined("the certificate ", path_, " is of another proof")};
        if (problem)
            return false;
        std::size_t end = head.size();
        for (; steps > 0 && file.text.compare(end, 7, "region ") == 0; --steps) {
            std::size_t const line_end = file.text.find('\n', end);
            if (line_end == file.text.npos)
                break;
            end = line_end + 1;
        }
        if (steps > 0) {
            problem = {0, joined("the certificate ", path_, " lacks ", steps,
                                 " steps that the checkpoint is after")};
            return false;
        }
        kept = file.text.substr(0, end);
        return true;
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::host::detail
