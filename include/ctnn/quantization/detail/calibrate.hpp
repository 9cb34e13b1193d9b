#pragma once

#include <cstddef>
#include <ctnn/compiler/network_form.hpp>
#include <ctnn/compiler/row.hpp>
#include <ctnn/compiler/view.hpp>
#include <ctnn/detail/all_finite.hpp>
#include <ctnn/detail/for_each_index.hpp>
#include <ctnn/detail/forward.hpp>
#include <type_traits>
#include <utility>

// The least and the greatest number of each layer over the calibration samples.

namespace ctnn::quantization {

// 0 always belongs to a range, for it must be an integer (a padded or a silent input).
template <class Scalar>
struct range {
    Scalar least{};
    Scalar most{};

    template <std::size_t Size>
    constexpr void include(Scalar const* x) {
        Scalar low = least, high = most;
        for (std::size_t i = 0; i < Size; ++i) {
            low = x[i] < low ? x[i] : low;
            high = x[i] > high ? x[i] : high;
        }
        least = low;
        most = high;
    }
};

template <class Network>
struct ranges {
    range<typename Network::scalar> input{};
    range<typename Network::scalar> preactivation[Network::depth]{};
    range<typename Network::scalar> value[Network::depth]{};
};

// Whether all numbers that a sample makes are finite.
template <class Network, std::size_t Index, class X>
constexpr bool observe_in_compiler(compiler::network_form<Network, Index> const& form, X const& x,
                                   ranges<Network>& found) {
    using here = compiler::network_form<Network, Index>;
    constexpr std::size_t size = here::here::output_size;
    compiler::row<typename here::output, here::has_arrays> v;
    compiler::row<typename here::output, here::gives_arrays> y;
    form.layer.forward(x, v);
    here::activate::forward(v, y);
    found.preactivation[Index].template include<size>(v.data);
    found.value[Index].template include<size>(y.data);
    if (!ctnn::detail::all_finite<size>(v.data + 0) || !ctnn::detail::all_finite<size>(y.data + 0))
        return false;
    if constexpr (here::is_last)
        return true;
    else
        return observe_in_compiler<Network, Index + 1>(form.rest, y, found);
}

template <class Network>
bool observe_on_machine(Network const& net, typename Network::input_type const& x,
                        ranges<Network>& found) {
    typename Network::records records;
    ctnn::detail::forward_recorded(net, x, records);
    bool finite = true;
    ctnn::detail::for_each_index<Network::depth>(
        [&]<std::size_t Place>(std::integral_constant<std::size_t, Place>) {
            if (!finite)
                return;
            auto const& record = records.template at<Place>();
            constexpr std::size_t size = Network::template stage<Place>::output_size;
            found.preactivation[Place].template include<size>(record.preactivation.data());
            found.value[Place].template include<size>(record.value.data());
            finite = ctnn::detail::all_finite(record.preactivation) &&
                     ctnn::detail::all_finite(record.value);
        });
    return finite;
}

} // namespace ctnn::quantization
