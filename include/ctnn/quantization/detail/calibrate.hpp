#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/face/compiler/network_form.hpp>
#include <ctnn/face/compiler/row.hpp>
#include <ctnn/face/compiler/view.hpp>
#include <ctnn/placed/detail/all_finite.hpp>
#include <ctnn/placed/detail/forward_recorded.hpp>
#include <ctnn/tensor/detail/for_each_index.hpp>
#include <type_traits>
#include <utility>

// The smallest and the largest number of each layer over the calibration samples.

namespace ctnn::quantization {

// 0 always belongs to a range, because an integer must stand for it (a padded or a silent input).
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

// For the branches of a layer that has branches.
template <class Stage>
struct ranges_inside {};

template <class Network, class Indices>
struct ranges_of_layers;
template <class Network, std::size_t... Index>
struct ranges_of_layers<Network, std::index_sequence<Index...>>
    : ranges_inside<typename Network::template stage<Index>>... {
    using numbers = range<typename Network::scalar>;
    numbers input{};
    numbers preactivation[Network::depth + (Network::depth == 0)]{};
    numbers value[Network::depth + (Network::depth == 0)]{};

    template <std::size_t Place>
    constexpr auto& inside() {
        return static_cast<ranges_inside<typename Network::template stage<Place>>&>(*this);
    }
    template <std::size_t Place>
    constexpr auto const& inside() const {
        return static_cast<ranges_inside<typename Network::template stage<Place>> const&>(*this);
    }
};

template <class Network>
struct ranges : ranges_of_layers<Network, std::make_index_sequence<Network::depth>> {};

template <class Bound, std::size_t Branch>
struct ranges_of_branch {
    ranges<typename Bound::template branch<Branch>> inside{};
};
template <class Bound, class Indices = std::make_index_sequence<Bound::branch_count>>
struct ranges_of_branches;
template <class Bound, std::size_t... Branch>
struct ranges_of_branches<Bound, std::index_sequence<Branch...>>
    : ranges_of_branch<Bound, Branch>... {
    template <std::size_t K>
    constexpr auto& branch() {
        return ranges_of_branch<Bound, K>::inside;
    }
    template <std::size_t K>
    constexpr auto const& branch() const {
        return ranges_of_branch<Bound, K>::inside;
    }
};
template <class Stage>
concept has_layers_inside = customization::has_branches<typename Stage::bound> &&
    !customization::moves_numbers<typename Stage::bound>;
template <class Stage>
    requires has_layers_inside<Stage>
struct ranges_inside<Stage> : ranges_of_branches<typename Stage::bound> {
};

// Takes in what a network's layers left in their records. Returns whether all of it is finite.
template <class Network>
constexpr bool observe_records(typename Network::records const& records, ranges<Network>& found);

template <class Stage>
constexpr bool observe_branches(typename Stage::bound::record const& record,
                                ranges_inside<Stage>& found) {
    using bound = typename Stage::bound;
    bool finite = true;
    ctnn::detail::for_each_index<bound::branch_count>(
        [&]<std::size_t K>(std::integral_constant<std::size_t, K>) {
            using branch = typename bound::template branch<K>;
            if constexpr (branch::depth > 0)
                finite = observe_records<branch>(bound::template records_of<K>(record),
                                                 found.template branch<K>()) &&
                         finite;
        });
    return finite;
}

template <class Network>
constexpr bool observe_records(typename Network::records const& records, ranges<Network>& found) {
    bool finite = true;
    ctnn::detail::for_each_index<Network::depth>([&]<std::size_t Place>(
                                                     std::integral_constant<std::size_t, Place>) {
        using here = typename Network::template stage<Place>;
        if (!finite)
            return;
        auto const& record = records.template at<Place>();
        constexpr std::size_t size = here::output_size;
        found.preactivation[Place].template include<size>(record.preactivation.data());
        found.value[Place].template include<size>(record.value.data());
        finite = ctnn::detail::all_finite(record.preactivation) &&
                 ctnn::detail::all_finite(record.value);
        if constexpr (has_layers_inside<here>)
            finite = observe_branches<here>(record.kept, found.template inside<Place>()) && finite;
    });
    return finite;
}

// Whether all numbers that a sample produces are finite.
template <class Network, std::size_t Index, class X>
constexpr bool observe_in_compiler(compiler::network_form<Network, Index> const& form, X const& x,
                                   ranges<Network>& found) {
    using here = compiler::network_form<Network, Index>;
    constexpr std::size_t size = here::here::output_size;
    compiler::row<typename here::output, here::has_arrays> v;
    compiler::row<typename here::output, here::gives_arrays> y;
    bool finite = true;
    if constexpr (has_layers_inside<typename here::here>) {
        typename here::here::bound::record record;
        form.layer.forward(x, v, record);
        finite = observe_branches<typename here::here>(record, found.template inside<Index>());
    } else {
        form.layer.forward(x, v);
    }
    here::activate::forward(v, y);
    found.preactivation[Index].template include<size>(v.data);
    found.value[Index].template include<size>(y.data);
    if (!finite || !ctnn::detail::all_finite<size>(v.data + 0) ||
        !ctnn::detail::all_finite<size>(y.data + 0))
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
    return observe_records<Network>(records, found);
}

} // namespace ctnn::quantization
