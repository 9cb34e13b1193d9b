#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/host/detail/enclosure.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/nnet_lines.hpp>
#include <ctnn/host/file_problem.hpp>
#include <ctnn/host/vnnlib_case.hpp>
#include <ctnn/placed/has_windows.hpp>
#include <ctnn/tensor/detail/for_each_index.hpp>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctnn::host {
CTNN_ARITHMETIC_BEGIN

/// A network of dense layers with relu between them, and how its inputs and outputs were scaled, as
/// .nnet files have it (the format of the ACAS Xu networks).
///
/// `read_nnet(text)` reads one; `fits<Network>()` says whether a topology is that of the file, and
/// `fill(net)` writes its parameters, rounded to double and then to the network's scalar.
///
/// Shape:    sizes: of inputs, of each layer; weights and biases: of each layer, weights[output *
///           inputs + input]; an input x of the network is (raw - mean) / range, an output y is
///           (raw - output_mean) / output_range, and raw inputs are from lower to upper. A file may have
///           more minima, maxima, means and ranges than inputs: the extra ones are ignored, and the last
///           mean and range are the outputs'.
/// Cost:     8 bytes for each parameter.
/// Errors:   what is not such a file is a problem with line and reason.
/// Source:   https://github.com/sisl/NNet
/// Example:  docs/examples/verify_vnnlib.cpp
struct nnet {
    struct layer {
        std::vector<double> weights{}, biases{};
    };
    std::vector<std::size_t> sizes{};
    std::vector<layer> layers{};
    std::vector<detail::enclosure> lower{}, upper{}, means{}, ranges{};
    detail::enclosure output_mean{}, output_range{1, 1};

    template <concepts::trainable_network Network>
    bool fits() const {
        return fits_layers<Network>();
    }
    // (the network fits)
    template <concepts::trainable_network Network>
    void fill(Network& to) const {
        fill_layers(to);
    }

    // A case in raw numbers as one in those of the network: (raw - mean) / range for each input, and
    // a constraint on raw outputs, y range + mean, divided by the range.
    vnnlib_case scaled(vnnlib_case raw) const {
        for (std::size_t i = 0; i < means.size(); ++i) {
            raw.lower[i] = (raw.lower[i] + -means[i]) / ranges[i];
            raw.upper[i] = (raw.upper[i] + -means[i]) / ranges[i];
        }
        for (auto& row : raw.rows)
            for (auto& constraint : row) {
                for (double const c : constraint.coefficients)
                    constraint.constant =
                        constraint.constant + output_mean * detail::enclosure{c, c};
                constraint.constant = constraint.constant / output_range;
            }
        return raw;
    }

    // "5-50-50-5"
    std::string topology() const {
        std::string text;
        for (std::size_t const size : sizes)
            text += detail::joined(text.empty() ? "" : "-", size);
        return text;
    }

private:
    template <class Network>
    bool fits_layers() const {
        bool fit = sizes.size() == Network::depth + 1 && sizes[0] == Network::input_size;
        ctnn::detail::for_each_index<Network::depth>(
            [&]<std::size_t Place>(std::integral_constant<std::size_t, Place>) {
                fit = fit && fits_layer<Network, typename Network::template stage<Place>>(Place);
            });
        return fit;
    }
    template <class Network, class Stage>
    bool fits_layer(std::size_t index) const {
        using activation = typename Stage::activation;
        constexpr bool is_last = std::is_same_v<Stage, typename Network::last_stage>;
        return placed::has_one_window<typename Stage::bound> &&
               (is_last ? ctnn::detail::is_line<activation>
                        : ctnn::detail::is_rectifier<activation>)&&sizes[index + 1] ==
                   Stage::output_size;
    }
    template <class Network>
    void fill_layers(Network& to) const {
        ctnn::detail::for_each_index<Network::depth>(
            [&]<std::size_t Place>(std::integral_constant<std::size_t, Place>) {
                fill_layer<typename Network::template stage<Place>>(layers[Place],
                                                                    to.template layer<Place>());
            });
    }
    template <class Stage, class Parameters>
    static void fill_layer(layer const& from, Parameters& to) {
        using scalar = typename Stage::scalar;
        for (std::size_t j = 0; j < Stage::output_size; ++j) {
            to.biases[j] = static_cast<scalar>(from.biases[j]);
            for (std::size_t i = 0; i < Stage::input_size; ++i)
                to.weights[i][j] = static_cast<scalar>(from.weights[j * Stage::input_size + i]);
        }
    }
};

/// A network that was read from a file, or what is wrong with it.
///
/// Shape:    a network and a problem.
/// Cost:     that of the network.
/// Errors:   with a problem the network is empty.
/// Example:  docs/examples/verify_vnnlib.cpp
struct nnet_result {
    nnet network{};
    file_problem problem{};
};

inline nnet_result read_nnet(std::string_view text) {
    detail::nnet_lines lines(text);
    nnet net;
    std::size_t depth = 0, inputs = 0, outputs = 0;
    if (lines.next("the counts of layers, inputs and outputs and the largest layer", 4))
        depth = lines.size(0), inputs = lines.size(1), outputs = lines.size(2), lines.size(3);
    if (lines.next("the sizes of the layers", depth + 1))
        for (std::size_t i = 0; i <= depth; ++i)
            net.sizes.push_back(lines.size(i));
    if (!lines.problem && (net.sizes.front() != inputs || net.sizes.back() != outputs))
        lines.fail("the sizes of the layers are not those of the inputs and the outputs");
    lines.next("a flag that is not used", 1);
    // Files may still have the numbers of removed inputs, after those of the network's own; the last mean and the last
    // range are the outputs' in any case.
    std::size_t all = inputs;
    if (lines.next_at_least("the least inputs", inputs)) {
        all = lines.fields.size();
        net.lower = lines.ends();
    }
    if (lines.next("the largest inputs", all))
        net.upper = lines.ends();
    if (lines.next("the means", all + 1)) {
        net.means = lines.numbers();
        net.output_mean = net.means.back();
    }
    if (lines.next("the ranges", all + 1)) {
        net.ranges = lines.numbers();
        net.output_range = net.ranges.back();
    }
    for (auto* const numbers : {&net.lower, &net.upper, &net.means, &net.ranges})
        numbers->resize(inputs);
    auto const check_range = [&](detail::enclosure const& range) {
        if (!(range.low > 0))
            lines.fail(range.high > 0 ? "a range is too near to 0" : "a range is not above 0");
    };
    for (auto const& range : net.ranges)
        check_range(range);
    check_range(net.output_range);
    for (std::size_t k = 0; !lines.problem && k < depth; ++k) {
        std::string const name = detail::joined(" of layer ", k + 1);
        nnet::layer layer;
        for (std::size_t j = 0; !lines.problem && j < net.sizes[k + 1]; ++j)
            if (lines.next(detail::joined("a row of weights", name), net.sizes[k]))
                for (std::size_t i = 0; i < net.sizes[k]; ++i)
                    layer.weights.push_back(lines.parameter(i));
        for (std::size_t j = 0; !lines.problem && j < net.sizes[k + 1]; ++j)
            if (lines.next(detail::joined("a bias", name), 1))
                layer.biases.push_back(lines.parameter(0));
        net.layers.push_back(std::move(layer));
    }
    if (!lines.problem && !lines.is_at_end())
        lines.fail("there is more than the layers");
    if (lines.problem)
        return {{}, lines.problem};
    return {std::move(net), {}};
}

CTNN_ARITHMETIC_END
} // namespace ctnn::host

#include <ctnn/config/epilogue.hpp>
