#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/model_failure.hpp>
#include <ctnn/host/read_file.hpp>
#include <ctnn/import/onnx/detail/recorded.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace ctnn::host {
namespace detail {

// What is wrong with recorded inputs and outputs, or nothing.
template <class Network>
std::string misfit_of_records(std::string const& input, std::string const& output) {
    std::string const* const files[] = {&input, &output};
    std::size_t counts[2] = {};
    for (std::size_t i = 0; i < 2; ++i) {
        auto const read = onnx::detail::read_recorded(*files[i]);
        std::size_t const size = i == 0 ? Network::input_size : Network::output_size;
        char const* const which = i == 0 ? "the input " : "the output ";
        if (!read.is_whole)
            return joined(which, "is cut off or no packed float or double");
        if (read.from.size() % size != 0)
            return joined(which, "holds ", read.from.size(), " numbers, but needs a multiple of ",
                          size);
        counts[i] = read.from.size() / size;
    }
    return counts[0] == counts[1]
               ? std::string()
               : joined("the input holds ", counts[0], " inputs, but the output holds ", counts[1]);
}

// A network from bytes of floats, as `link_model` writes them.
template <class Network>
std::unique_ptr<Network> network_of_bytes(std::string const& bytes, bool big_endian) {
    auto net = std::make_unique<Network>();
    std::size_t place = 0;
    ctnn::detail::for_each_block(
        [&](auto block) {
            for (std::size_t i = 0; i < decltype(block)::size; ++i, place += 4) {
                std::uint32_t bits = 0;
                for (std::size_t b = 0; b < 4; ++b)
                    bits = bits << 8 |
                           static_cast<unsigned char>(bytes[place + (big_endian ? b : 3 - b)]);
                block.data[i] = std::bit_cast<float>(bits);
            }
        },
        *net);
    return net;
}

} // namespace detail

/// The program that `ctnn_model(... LINKED GOLDEN ...)` runs: whether a network computes what a framework recorded.
///
/// Shape:    the arguments of main: FILE WEIGHTS little|big INPUT OUTPUT TOLERANCE; an exit code, 0 if it does.
/// Cost:     that of the network's calls.
/// Errors:   it prints a sentence.
/// Example:  tests/host/link_model.cpp
template <class Network>
int check_golden(int count, char** words) {
    auto const name_of = [](char const* path) {
        return std::filesystem::path(path).filename().string();
    };
    if (count != 7)
        return detail::model_failure("FILE WEIGHTS little|big INPUT OUTPUT TOLERANCE");
    auto const weights = read_file(words[2]), input = read_file(words[4]),
               output = read_file(words[5]);
    for (auto const* const file : {&weights, &input, &output})
        if (file->problem)
            return detail::model_failure(file->problem.message());
    if (weights.text.size() != sizeof(Network))
        return detail::model_failure(detail::joined(words[2], " has not the size of the network"));
    if (auto const misfit = detail::misfit_of_records<Network>(input.text, output.text);
        !misfit.empty())
        return detail::model_failure(detail::joined(name_of(words[1]), ": ", misfit));
    auto const net =
        detail::network_of_bytes<Network>(weights.text, std::string_view(words[3]) == "big");
    if (!onnx::detail::agrees_with_records(*net, input.text, output.text,
                                           std::strtod(words[6], nullptr)))
        return detail::model_failure(detail::joined("the network in ", name_of(words[1]),
                                                    " does not compute what ", name_of(words[4]),
                                                    " and ", name_of(words[5]), " say"));
    return 0;
}

} // namespace ctnn::host

#include <ctnn/config/epilogue.hpp>
