#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>

// Row by row from the flat arrays of network_values.hpp and layer_values.hpp.

namespace against_oracle {

template <std::size_t Size, class T, std::size_t Count>
constexpr auto rows(std::array<T, Count> const& flat) {
    std::array<std::array<T, Size>, Count / Size> result{};
    for (std::size_t i = 0; i < Count; ++i)
        result[i / Size][i % Size] = flat[i];
    return result;
}

template <std::size_t Outputs, std::size_t Inputs>
constexpr auto samples(std::array<float, Inputs> const& flat, auto size) {
    constexpr std::size_t inputs = decltype(size)::value;
    using sample = ctnn::sample<std::array<float, inputs>, std::array<float, Outputs>>;
    std::array<sample, Inputs / inputs> result{};
    for (std::size_t i = 0; i < Inputs; ++i)
        result[i / inputs].input[i % inputs] = flat[i];
    return result;
}

// A layer of integers as the oracle has it, weights[input][output].
template <std::size_t Inputs, std::size_t Outputs>
constexpr auto layer(std::array<std::int8_t, Inputs * Outputs> const& weights,
                     std::array<std::int32_t, Outputs> const& biases,
                     std::array<std::int32_t, Outputs> const& multipliers, std::int32_t shift,
                     std::int32_t zero) {
    ctnn::quantization::dense_int8<Inputs, Outputs> result;
    for (std::size_t i = 0; i < Inputs; ++i)
        for (std::size_t j = 0; j < Outputs; ++j)
            result.weights[j * result.width + ctnn::quantization::place_of(i)] =
                weights[i * Outputs + j];
    result.biases = biases;
    result.multipliers = multipliers;
    result.shift = shift;
    result.zero = zero;
    return result;
}

// How many rows of inputs give other outputs.
template <std::size_t Inputs, std::size_t Outputs, class Run, std::size_t In, std::size_t Out>
constexpr std::size_t wrong_rows(Run const& run, std::array<std::int8_t, In> const& inputs,
                                 std::array<std::int8_t, Out> const& outputs) {
    static_assert(In / Inputs == Out / Outputs);
    auto const x = rows<Inputs>(inputs);
    auto const y = rows<Outputs>(outputs);
    std::size_t wrong = 0;
    for (std::size_t row = 0; row < x.size(); ++row)
        if (run(x[row]) != y[row])
            ++wrong;
    return wrong;
}

// One layer of integers on a row.
template <std::size_t Inputs, std::size_t Outputs>
constexpr auto run_of(ctnn::quantization::dense_int8<Inputs, Outputs> const& dense) {
    return [&dense](std::array<std::int8_t, Inputs> const& x) {
        alignas(4) std::int16_t values[ctnn::quantization::in_fours<Inputs>]{};
        for (std::size_t i = 0; i < Inputs; ++i)
            values[i] = x[i];
        std::array<std::int8_t, Outputs> y{};
        dense.run(values, y.data());
        return y;
    };
}

} // namespace against_oracle
