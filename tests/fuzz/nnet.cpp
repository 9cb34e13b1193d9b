// Networks in the .nnet format: whatever the bytes are, they are a network or a problem with its line. A network that was
// read has all the numbers that it needs, each finite where it must be, and written out it is read as the same one.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <ctnn/activation/relu.hpp>
#include <ctnn/host/nnet.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>

#include "expect.hpp"

namespace {

using ctnn::host::nnet;
using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<1>>;

void write(std::string& to, double number) {
    char text[64];
    std::snprintf(text, sizeof text, "%.17g,", number);
    to += text;
}
template <class Numbers>
void write_line(std::string& to, Numbers const& numbers) {
    for (auto const& x : numbers)
        write(to, x.low);
    to += '\n';
}

std::string written(nnet const& net) {
    auto const largest = *std::max_element(net.sizes.begin(), net.sizes.end());
    std::string text = std::to_string(net.layers.size()) + ',' + std::to_string(net.sizes.front()) +
                       ',' + std::to_string(net.sizes.back()) + ',' + std::to_string(largest) +
                       ",\n";
    for (std::size_t const size : net.sizes)
        text += std::to_string(size) + ',';
    text += "\n0,\n";
    auto means = net.means, ranges = net.ranges;
    means.push_back(net.output_mean);
    ranges.push_back(net.output_range);
    write_line(text, net.lower);
    write_line(text, net.upper);
    write_line(text, means);
    write_line(text, ranges);
    for (std::size_t k = 0; k < net.layers.size(); ++k) {
        for (std::size_t i = 0; i < net.layers[k].weights.size(); ++i) {
            write(text, net.layers[k].weights[i]);
            if ((i + 1) % net.sizes[k] == 0)
                text += '\n';
        }
        for (double const bias : net.layers[k].biases) {
            write(text, bias);
            text += '\n';
        }
    }
    return text;
}

// The last numbers of a text that is a network are its parameters, and strtod reads them too.
void check_parameters(nnet const& net, std::string_view text) {
    std::vector<double> all;
    std::size_t at = 0;
    while (at < text.size()) {
        auto const end = std::min(text.find_first_of("\r\n", at), text.size());
        std::string line(text.substr(at, end - at));
        line = line.substr(0, line.find("//"));
        for (std::size_t first = 0; line.find_first_not_of(" \t\v\f", first) != line.npos;) {
            all.push_back(std::strtod(line.c_str() + first, nullptr));
            first = std::min(line.find(',', first), line.size() - 1) + 1;
        }
        at = end + 1;
    }
    std::size_t count = 0;
    for (auto const& layer : net.layers)
        count += layer.weights.size() + layer.biases.size();
    expect(count <= all.size(), "there are more parameters than numbers");
    std::size_t next = all.size() - count;
    for (auto const& layer : net.layers)
        for (auto const* numbers : {&layer.weights, &layer.biases})
            for (double const x : *numbers)
                expect(x == all[next++], "a parameter is another number to strtod");
}

void check(nnet const& net) {
    std::size_t const inputs = net.sizes.front();
    expect(net.sizes.size() == net.layers.size() + 1, "there are layers without a size");
    expect(net.lower.size() == inputs && net.upper.size() == inputs && net.means.size() == inputs &&
               net.ranges.size() == inputs,
           "inputs have no bounds or no scale");
    for (auto const* numbers : {&net.lower, &net.upper, &net.means, &net.ranges})
        for (auto const& x : *numbers)
            expect(x.low <= x.high, "the ends of a number are in the wrong order");
    for (std::size_t i = 0; i < inputs; ++i)
        expect(net.means[i].is_finite() && net.ranges[i].is_finite() && net.ranges[i].low > 0,
               "inputs can not be scaled");
    for (std::size_t k = 0; k < net.layers.size(); ++k) {
        auto const& layer = net.layers[k];
        expect(layer.weights.size() == net.sizes[k] * net.sizes[k + 1] &&
                   layer.biases.size() == net.sizes[k + 1],
               "a layer has not all its parameters");
        for (auto const* numbers : {&layer.weights, &layer.biases})
            for (double const x : *numbers)
                expect(std::isfinite(static_cast<float>(x)), "a parameter is not finite in float");
    }
    auto const again = ctnn::host::read_nnet(written(net));
    expect(!again.problem && again.network.sizes == net.sizes, "what was read can not be written");
    for (std::size_t k = 0; k < net.layers.size(); ++k)
        expect(again.network.layers[k].weights == net.layers[k].weights &&
                   again.network.layers[k].biases == net.layers[k].biases,
               "what was read and written is another network");
    if (net.fits<model>()) {
        model to{};
        net.fill(to);
        for (std::size_t i = 0; i < 2; ++i)
            for (std::size_t j = 0; j < 3; ++j)
                expect(
                    static_cast<double>(to.layer<0>().weights[i][j]) ==
                        static_cast<double>(static_cast<float>(net.layers[0].weights[2 * j + i])),
                    "a weight is at another place");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(bytes), size);
    auto const read = ctnn::host::read_nnet(text);
    if (read.problem)
        expect(read.network.sizes.empty() && read.network.layers.empty() &&
                   !read.problem.message().empty(),
               "a problem has a network, or no reason");
    else
        check(read.network), check_parameters(read.network, text);
    return 0;
}
