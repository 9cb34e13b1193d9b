#pragma once

// Whether a network that is written and read again is the same one, bit for bit, and of the same type.
#include <cstring>
#include <ctnn/ctnn.hpp>
#include <ctnn/export/onnx.hpp>
#include <ctnn/import/onnx.hpp>
#include <type_traits>
#include <vector>

// No two numbers in a layer are equal: its parameters are 0.01, -0.02, 0.03 ..., its statistics above 0.
template <class Model>
constexpr Model filled() {
    using scalar = typename Model::scalar;
    Model net{};
    int count = 0;
    ctnn::detail::for_each_block(
        [&](auto block) {
            for (std::size_t i = 0; i < decltype(block)::size; ++i)
                block.data[i] = static_cast<scalar>(0.01 * ++count);
        },
        net);
    ctnn::for_each_parameter([&](auto& one) { one = ++count % 2 == 0 ? one : -one; }, net);
    return net;
}

template <auto const& Net>
constexpr bool comes_back_as_written() {
    using model = std::remove_cvref_t<decltype(Net)>;
    using found = ctnn::onnx::network<ctnn::onnx::written<Net>, typename model::scalar>;
    static_assert(std::is_same_v<found, model>);
    return ctnn::detail::gathered_network<found,
                                          ctnn::onnx::detail::plan_of<ctnn::onnx::written<Net>>,
                                          ctnn::onnx::written<Net>> == Net;
}

template <class Model>
inline constexpr auto filled_network = filled<Model>();
template <class Model>
inline constexpr bool comes_back = comes_back_as_written<filled_network<Model>>();

// The same at run time, in bytes.
template <class Model>
bool comes_back_at_run_time() {
    auto const net = filled<Model>();
    std::vector<char> file(ctnn::onnx::file_size<Model>);
    auto const read = ctnn::onnx::write(net, file).ok()
                          ? ctnn::onnx::read<Model>({file.data(), file.size()})
                          : ctnn::onnx::read<Model>({});
    return read.ok() &&
           (Model::parameter_count == 0 || std::memcmp(&read.network, &net, sizeof net) == 0);
}

// A network of floats.
template <class... Parts>
using of = ctnn::network<float, Parts...>;
