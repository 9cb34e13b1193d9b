#pragma once

#include <array>
#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/import/onnx/detail/message.hpp>
#include <ctnn/import/onnx/detail/tensor.hpp>
#include <ctnn/text/text_view.hpp>
#include <limits>

namespace ctnn::error {

struct onnx_tensor {
    struct is_cut_off_or_no_packed_float_or_double {};
    template <std::size_t Count>
    struct holds_numbers {
        template <std::size_t Needed>
        struct but_needs_a_multiple_of {};
    };
    template <std::size_t Inputs>
    struct holds_inputs {
        template <std::size_t Outputs>
        struct but_the_other_holds_outputs {};
    };
};

} // namespace ctnn::error

namespace ctnn::onnx::detail {

struct recorded_tensor {
    tensor from{};
    bool is_whole = false;
};
constexpr recorded_tensor read_recorded(text_view file) {
    bool broken = file.size() == 0;
    tensor const read = read_tensor(file.data(), {0, file.size()}, broken);
    return {read, !broken && read.storage == tensor::storages::packed && read.number_size() > 0 &&
                      read.data.size == read.size() * read.number_size() && read.size() > 0};
}
constexpr std::size_t recorded_count(text_view file) {
    return read_recorded(file).from.size();
}

// Number i of a network's input or output in a recorded one, which has channels first or last, as its dimensions say. They
// do not where there are as many channels as places: then it has channels first until it is told otherwise.
template <std::size_t Size, class Shape>
struct recorded {
    char const* file;
    tensor from;
    bool channels_first = false;
    bool may_be_either = false;

    constexpr explicit recorded(text_view bytes)
        : file{bytes.data()}, from{read_recorded(bytes).from} {
        constexpr std::size_t rank = Shape::rank;
        if (rank < 2 || from.rank != rank + 1)
            return;
        channels_first = from.dimensions[1] == Shape::extents[rank - 1];
        for (std::size_t i = 0; i + 1 < rank; ++i)
            channels_first = channels_first && from.dimensions[i + 2] == Shape::extents[i];
        may_be_either = channels_first;
        for (std::size_t i = 0; i < rank; ++i)
            may_be_either = may_be_either && from.dimensions[i + 1] == Shape::extents[i];
    }
    constexpr recorded with_channels_last() const {
        recorded other = *this;
        other.channels_first = false;
        return other;
    }
    constexpr double operator()(std::size_t n, std::size_t i) const {
        constexpr std::size_t channels = Shape::extents[Shape::rank - 1];
        std::size_t const place =
            n * Size + (channels_first ? i % channels * (Size / channels) + i / channels : i);
        char const* const p = file + from.data.first + place * from.number_size();
        return from.number_size() == 8 ? double_at(p) : static_cast<double>(float_at(p));
    }
};

// Whether a network computes what was recorded, within tolerance * (1 + the largest output).
template <class Network, class Inputs, class Outputs>
constexpr bool computes(Network const& net, Inputs const& inputs, Outputs const& outputs,
                        std::size_t count, double tolerance) {
    double largest = 0, worst = 0;
    for (std::size_t n = 0; n < count; ++n) {
        typename Network::input_type x{};
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = static_cast<typename Network::scalar>(inputs(n, i));
        auto const y = net(x);
        for (std::size_t i = 0; i < y.size(); ++i) {
            double const wanted = outputs(n, i);
            double const got = static_cast<double>(y[i]);
            double const error = got > wanted ? got - wanted : wanted - got;
            double const size = wanted < 0 ? -wanted : wanted;
            if (!(error <= static_cast<double>((std::numeric_limits<float>::max)())))
                return false; // a NaN or an infinity
            worst = error > worst ? error : worst;
            largest = size > largest ? size : largest;
        }
    }
    return worst <= tolerance * (1 + largest);
}

// The same of files, whose sizes are those of the network.
template <class Network>
constexpr bool agrees_with_records(Network const& net, text_view input, text_view output,
                                   double tolerance) {
    recorded<Network::input_size, typename Network::input_shape> const inputs(input);
    recorded<Network::output_size, typename Network::output_shape> const outputs(output);
    std::size_t const count = recorded_count(input) / Network::input_size;
    auto const with = [&](auto const& in, auto const& out) {
        return computes(net, in, out, count, tolerance);
    };
    return with(inputs, outputs) ||
           (inputs.may_be_either && with(inputs.with_channels_last(), outputs)) ||
           (outputs.may_be_either &&
            (with(inputs, outputs.with_channels_last()) ||
             (inputs.may_be_either &&
              with(inputs.with_channels_last(), outputs.with_channels_last()))));
}

template <class Network, auto const& Input, auto const& Output>
constexpr auto diagnose_recorded() {
    constexpr recorded_tensor in = read_recorded(Input), out = read_recorded(Output);
    constexpr std::size_t inputs = in.from.size(), outputs = out.from.size();
    if constexpr (!in.is_whole || !out.is_whole)
        return error::onnx_tensor::is_cut_off_or_no_packed_float_or_double{};
    else if constexpr (inputs % Network::input_size != 0)
        return typename error::onnx_tensor::holds_numbers<inputs>::template but_needs_a_multiple_of<
            Network::input_size>{};
    else if constexpr (outputs % Network::output_size != 0)
        return typename error::onnx_tensor::holds_numbers<
            outputs>::template but_needs_a_multiple_of<Network::output_size>{};
    else if constexpr (inputs / Network::input_size != outputs / Network::output_size)
        return typename error::onnx_tensor::holds_inputs<inputs / Network::input_size>::
            template but_the_other_holds_outputs<outputs / Network::output_size>{};
    else
        return error::none{};
}
template <class Network, auto const& Input, auto const& Output>
using recorded_diagnosis = decltype(diagnose_recorded<Network, Input, Output>());

} // namespace ctnn::onnx::detail
