#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/activation/identity.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/placed/adds_branches.hpp>
#include <ctnn/placed/is_activate.hpp>
#include <ctnn/tensor/detail/for_each_index.hpp>
#include <ctnn/text/detail/text_output.hpp>
#include <type_traits>

// A network's topology as a line of text: "float32, input 2, dense 16 relu, dense 1". Unlike the names of
// types, it is the same with every compiler: layers and activations state their `name`, and their `settings`
// if they have any.

namespace ctnn::detail {

template <class Scalar>
struct scalar_name {
    static constexpr bool is_known = false;
    template <class Output>
    static constexpr void put(Output& to) {
        detail::put(to, "unnamed");
    }
};
template <>
struct scalar_name<float> {
    static constexpr bool is_known = true;
    template <class Output>
    static constexpr void put(Output& to) {
        detail::put(to, "float32");
    }
};
template <>
struct scalar_name<double> {
    static constexpr bool is_known = true;
    template <class Output>
    static constexpr void put(Output& to) {
        detail::put(to, "float64");
    }
};
template <int IntegerBits, int FractionBits, number::overflow Overflow>
struct scalar_name<number::fixed_point<IntegerBits, FractionBits, Overflow>> {
    static constexpr bool is_known = true;
    template <class Output>
    static constexpr void put(Output& to) {
        put_all(to, "fixed_point(", std::uint64_t{IntegerBits}, " ", std::uint64_t{FractionBits},
                Overflow == number::overflow::saturates ? ")" : " overflow::is_excluded)");
    }
};

// A part of a network: its name, its settings.
template <class Part, class Output>
constexpr void put_name(Output& to) {
    if constexpr (customization::has_a_name<Part>) {
        put(to, Part::name);
        if constexpr (customization::has_settings<Part>) {
            char before = '(';
            for (double const setting : Part::settings) {
                to.put(before);
                put(to, text_view(decimal_text(setting)));
                before = ' ';
            }
            to.put(')');
        }
    } else {
        put(to, "unnamed");
    }
}

// "28x28x1"; a row is its size.
template <class Shape, class Output>
constexpr void put_shape(Output& to) {
    for (std::size_t i = 0; i < Shape::rank; ++i) {
        if (i > 0)
            to.put('x');
        put_all(to, std::uint64_t{Shape::extents[i]});
    }
}

template <class Network, class Output>
constexpr void put_layers(Output& to);

template <class Stage, class Output>
constexpr void put_stage(Output& to) {
    using activation = typename Stage::activation;
    put(to, ", ");
    if constexpr (placed::is_activate<typename Stage::descriptor>) {
        put_name<activation>(to);
    } else {
        put_name<typename Stage::descriptor>(to);
        if constexpr (customization::has_branches<typename Stage::bound>)
            for_each_index<Stage::bound::branch_count>(
                [&to]<std::size_t K>(std::integral_constant<std::size_t, K>) {
                    put(to, K == 0 ? " of [" : " and [");
                    put_layers<typename Stage::bound::template branch<K>>(to);
                    put(to, "]");
                });
        to.put(' ');
        put_shape<typename Stage::output_shape>(to);
        if constexpr (!std::is_same_v<activation, identity>) {
            to.put(' ');
            put_name<activation>(to);
        }
    }
}

template <class Network, class Output>
constexpr void put_topology(Output& to) {
    scalar_name<typename Network::scalar>::put(to);
    put(to, ", ");
    put_layers<Network>(to);
}

template <class Network, class Output>
constexpr void put_layers(Output& to) {
    put(to, "input ");
    put_shape<typename Network::input_shape>(to);
    for_each_index<Network::depth>(
        [&to]<std::size_t Place>(std::integral_constant<std::size_t, Place>) {
            put_stage<typename Network::template stage<Place>>(to);
        });
}

// Whether all parts of a network state their names: otherwise two networks may have the same text.
template <class Network>
constexpr bool has_names() {
    bool all = scalar_name<typename Network::scalar>::is_known;
    for_each_index<Network::depth>(
        [&all]<std::size_t Place>(std::integral_constant<std::size_t, Place>) {
            using stage = typename Network::template stage<Place>;
            if constexpr (customization::has_branches<typename stage::bound>)
                for_each_index<stage::bound::branch_count>(
                    [&all]<std::size_t K>(std::integral_constant<std::size_t, K>) {
                        all = all && has_names<typename stage::bound::template branch<K>>();
                    });
            all = all && customization::has_a_name<typename stage::activation> &&
                  (placed::is_activate<typename stage::descriptor> ||
                   customization::has_a_name<typename stage::descriptor>);
        });
    return all;
}

} // namespace ctnn::detail
