// Verifies a property in VNN-LIB of a network in the .nnet format:
//
//     verify_vnnlib NETWORK.nnet PROPERTY.vnnlib [--raw] [--seconds S] [--boxes N] [--threads N]
//                   [--checkpoint FILE] [--progress]
//
// --raw: the property is about numbers before they are scaled as the network's file says. The answer
// is the exit code: 0 holds, 1 violated, 2 unknown, 3 for a file that is wrong. Without files it shows
// a small one.

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>
#include <ctnn/host/nnet.hpp>
#include <ctnn/host/prove_case.hpp>
#include <ctnn/host/read_file.hpp>
#include <ctnn/host/vnnlib.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace {

using ctnn::dense, ctnn::input, ctnn::relu;
namespace host = ctnn::host;

// The topologies that are compiled in. One more is one line more.
template <class... Networks>
struct list {};
using topologies =
    list<ctnn::network<float, input<5>, dense<50, relu>, dense<50, relu>, dense<50, relu>,
                       dense<50, relu>, dense<50, relu>, dense<50, relu>, dense<5>>,
         ctnn::network<float, input<2>, dense<16, relu>, dense<16, relu>, dense<1>>,
         ctnn::network<float, input<1>, dense<1, relu>, dense<1>>>;

template <class Network>
std::string name_of() {
    std::string text = std::to_string(Network::input_size);
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        ((text += "-", text += std::to_string(Network::template stage<I>::output_size)), ...);
    }
    (std::make_index_sequence<Network::depth>{});
    return text;
}

enum answer { holds, violated, unknown, wrong };

struct arguments {
    bool raw = false;
    host::proof_options options{};
};

template <std::size_t N>
void print(char const* name, std::array<float, N> const& numbers) {
    for (std::size_t i = 0; i < N; ++i)
        std::printf("  %s_%zu = %.9g\n", name, i, static_cast<double>(numbers[i]));
}

template <class Network>
void print_counterexample(Network const& net, std::array<float, Network::input_size> const& x,
                          host::vnnlib_case const& of) {
    print("X", x);
    print("Y", net(x));
    auto const inside = of.inside<float, Network::input_size>();
    for (std::size_t i = 0; i < x.size(); ++i)
        if (inside.lower[i] > inside.upper[i])
            std::printf(
                "  (no float is between the ends of X_%zu: it is one with either neighbour)\n", i);
}

template <class Network>
answer verify(host::nnet const& file, host::vnnlib const& property, arguments const& with) {
    static Network net{};
    file.fill(net);
    std::size_t boxes = 0;
    double seconds = 0;
    bool all = true;
    std::optional<typename Network::input_type> beside;
    for (std::size_t k = 0; k < property.cases.size(); ++k) {
        auto const one = with.raw ? file.scaled(property.cases[k]) : property.cases[k];
        host::proof_options options = with.options;
        if (options.boxes <= boxes || !(seconds < options.seconds)) {
            all = false;
            break;
        }
        options.boxes -= boxes;
        options.seconds -= seconds;
        if (!options.checkpoint.empty())
            options.checkpoint.append(".").append(std::to_string(k));
        auto const result = host::prove_case(net, one, options);
        if (result.problem) {
            std::printf("%s: %s\n",
                        options.checkpoint.empty() ? "property" : options.checkpoint.c_str(),
                        result.problem.message().c_str());
            return wrong;
        }
        boxes += result.verdict.boxes;
        seconds += result.progress.seconds;
        if (result.violated()) {
            std::printf("violated (sat): %zu boxes, %.2f s\n", boxes, seconds);
            print_counterexample(net, result.verdict.counterexample, one);
            return violated;
        }
        if (result.beside)
            beside = result.beside;
        all = all && result.proven();
    }
    std::printf("%s: %zu boxes, %.2f s\n", all ? "holds (unsat)" : "unknown", boxes, seconds);
    if (beside) {
        std::printf("  outside of the box, but next to it, this would be a counterexample:\n");
        print("X", *beside);
        print("Y", net(*beside));
    }
    return all ? holds : unknown;
}

template <class... Networks>
answer verify(list<Networks...>, host::nnet const& file, host::vnnlib const& property,
              arguments const& with) {
    if (property.inputs != file.sizes.front() || property.outputs != file.sizes.back()) {
        std::printf("the property is about %zu inputs and %zu outputs, and the network is %s\n",
                    property.inputs, property.outputs, file.topology().c_str());
        return wrong;
    }
    answer result = wrong;
    bool const found =
        ((file.fits<Networks>() && (result = verify<Networks>(file, property, with), true)) || ...);
    if (!found) {
        std::printf("%s is not compiled in; these are:", file.topology().c_str());
        (std::printf(" %s", name_of<Networks>().c_str()), ...);
        std::printf("\n");
    }
    return result;
}

answer verify(std::string const& network, std::string const& network_name,
              std::string const& property, std::string const& property_name,
              arguments const& with) {
    auto const file = host::read_nnet(network);
    if (file.problem) {
        std::printf("%s: %s\n", network_name.c_str(), file.problem.message().c_str());
        return wrong;
    }
    auto const read = host::read_vnnlib(property);
    if (read.problem) {
        std::printf("%s: %s\n", property_name.c_str(), read.problem.message().c_str());
        return wrong;
    }
    return verify(topologies{}, file.network, read.property, with);
}

// y = 2 relu(x - 0.5) is above 0.2 for some x from 0 to 1, but not for x up to 0.59.
answer show() {
    std::string const network = "2,1,1,1,\n1,1,1,\n0,\n0,\n1,\n0,0,\n1,1,\n1,\n-0.5,\n2,\n0,\n";
    std::string const property = "(declare-const X_0 Real) (declare-const Y_0 Real)\n"
                                 "(assert (>= X_0 0)) (assert (<= X_0 1))\n"
                                 "(assert (>= Y_0 0.2))\n";
    std::string narrow = property;
    narrow.replace(narrow.find("X_0 1)"), 5, "X_0 0.59");
    answer const first = verify(network, "a network", property, "a property", {});
    answer const second = verify(network, "a network", narrow, "another", {});
    return first == violated && second == holds ? holds : wrong;
}

bool read_number(char const* text, auto& to) {
    std::string_view const all(text);
    return std::from_chars(all.begin(), all.end(), to).ptr == all.end() && !all.empty();
}

} // namespace

int main(int count, char** words) {
    if (count == 1)
        return show();
    arguments with;
    bool good = count >= 3;
    for (int k = 3; k < count; ++k) {
        std::string_view const word = words[k];
        bool const has_value = k + 1 < count;
        if (word == "--raw")
            with.raw = true;
        else if (word == "--progress")
            with.options.progress = [](auto const& now) { std::puts(now.line().c_str()); };
        else if (word == "--seconds" && has_value)
            good = read_number(words[++k], with.options.seconds) && good;
        else if (word == "--boxes" && has_value)
            good = read_number(words[++k], with.options.boxes) && good;
        else if (word == "--threads" && has_value)
            good = read_number(words[++k], with.options.threads) && good;
        else if (word == "--checkpoint" && has_value)
            with.options.checkpoint = words[++k];
        else
            good = false;
    }
    if (!good) {
        std::puts("verify_vnnlib NETWORK.nnet PROPERTY.vnnlib [--raw] [--seconds S] [--boxes N] "
                  "[--threads N] [--checkpoint FILE] [--progress]");
        return wrong;
    }
    host::file_text files[2];
    for (int k = 0; k < 2; ++k) {
        files[k] = host::read_file(words[k + 1]);
        if (files[k].problem) {
            std::puts(files[k].problem.message().c_str());
            return wrong;
        }
    }
    return verify(files[0].text, words[1], files[1].text, words[2], with);
}
