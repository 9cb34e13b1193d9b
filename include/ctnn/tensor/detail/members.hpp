#pragma once

#include <array>
#include <cstddef>
#include <ctnn/tensor/detail/for_each_index.hpp>
#include <ctnn/tensor/matrix.hpp>
#include <type_traits>
#include <utility>

// The arrays of a layer's `parameters` aggregate, found without help from its author: how many
// members it has by how many braces it takes, which ones by structured bindings. With them an
// optimizer, a comparison or a checkpoint is one loop over any layer's parameters.

namespace ctnn::detail {

struct anything {
    template <class T>
    constexpr operator T() const;
};

template <class T, std::size_t... Member>
constexpr bool takes_braces(std::index_sequence<Member...>) {
    return requires {
        T{((void)Member, anything{})...};
    };
}

inline constexpr std::size_t most_members = 4;

template <class T>
constexpr std::size_t count_members() {
    if constexpr (std::is_empty_v<T> || !std::is_aggregate_v<T>)
        return 0;
    else
        return []<std::size_t... Extra>(std::index_sequence<Extra...>) {
            return (std::size_t{takes_braces<T>(std::make_index_sequence<Extra + 1>{})} + ...);
        }
    (std::make_index_sequence<most_members + 1>{});
}

// An array of scalars, as a pointer and a length that is part of the type.
template <class Scalar, std::size_t Size>
struct block {
    static constexpr std::size_t size = Size;
    Scalar* data;
};

template <class Scalar, std::size_t Size>
constexpr block<Scalar, Size> block_of(std::array<Scalar, Size>& values) {
    return {values.data()};
}
template <class Scalar, std::size_t Size>
constexpr block<Scalar const, Size> block_of(std::array<Scalar, Size> const& values) {
    return {values.data()};
}
template <class Scalar, std::size_t Rows, std::size_t Columns>
constexpr auto block_of(matrix<Scalar, Rows, Columns>& values) {
    return block_of(values.values);
}
template <class Scalar, std::size_t Rows, std::size_t Columns>
constexpr auto block_of(matrix<Scalar, Rows, Columns> const& values) {
    return block_of(values.values);
}

template <std::size_t Member, class Parameters>
constexpr auto& member(Parameters& p) {
    constexpr std::size_t count = count_members<std::remove_const_t<Parameters>>();
    if constexpr (count == 1) {
        auto& [a] = p;
        return a;
    } else if constexpr (count == 2) {
        auto& [a, b] = p;
        if constexpr (Member == 0)
            return a;
        else
            return b;
    } else if constexpr (count == 3) {
        auto& [a, b, c] = p;
        if constexpr (Member == 0)
            return a;
        else if constexpr (Member == 1)
            return b;
        else
            return c;
    } else {
        auto& [a, b, c, d] = p;
        if constexpr (Member == 0)
            return a;
        else if constexpr (Member == 1)
            return b;
        else if constexpr (Member == 2)
            return c;
        else
            return d;
    }
}

template <class Parameters, std::size_t Member>
using member_type = std::remove_cvref_t<decltype(member<Member>(std::declval<Parameters&>()))>;

// The parameters of a layer that is made of layers: a network of them.
template <class Parameters>
concept holds_layers = requires {
    typename Parameters::stages;
    Parameters::parameter_count;
};

template <class Parameters>
inline constexpr bool has_parameters = !std::is_empty_v<Parameters>;
template <holds_layers Parameters>
inline constexpr bool has_parameters<Parameters> = Parameters::parameter_count > 0;

// How many of the last members no step of a training changes.
template <class Parameters>
inline constexpr std::size_t frozen_members = 0;
template <class Parameters>
    requires requires {
        Parameters::frozen;
    }
inline constexpr std::size_t frozen_members<Parameters> = Parameters::frozen;

template <std::size_t Member, class F, class... Parameters>
constexpr void visit_member(F& f, Parameters&... p) {
    f(block_of(member<Member>(p))...);
}

// f(block of a's member, blocks of the others' same member ...), for each member in its order, or for each that is trained.
template <bool Trained = false, class F, class Parameters, class... Others>
constexpr void for_each_block(F&& f, Parameters& a, Others&... others) {
    if constexpr (holds_layers<Parameters>)
        for_each_index<Parameters::depth>(
            [&]<std::size_t Place>(std::integral_constant<std::size_t, Place>) {
                if constexpr (Parameters::template stage<Place>::has_parameters)
                    for_each_block<Trained>(f, a.template layer<Place>(),
                                            others.template layer<Place>()...);
            });
    else
        [&]<std::size_t... Member>(std::index_sequence<Member...>) {
            (visit_member<Member>(f, a, others...), ...);
        }
    (std::make_index_sequence<count_members<std::remove_const_t<Parameters>>() -
                              (Trained ? frozen_members<std::remove_const_t<Parameters>> : 0)>{});
}

template <class Parameters>
constexpr bool have_equal_blocks(Parameters const& a, Parameters const& b) {
    bool equal = true;
    for_each_block(
        [&equal]<class T, std::size_t Size>(block<T, Size> left, block<T, Size> right) {
            for (std::size_t i = 0; i < Size; ++i)
                equal = equal && left.data[i] == right.data[i];
        },
        a, b);
    return equal;
}

template <class Scalar, class Member>
constexpr std::size_t block_size = 0;
template <class Scalar, std::size_t Size>
constexpr std::size_t block_size<Scalar, std::array<Scalar, Size>> = Size;
template <class Scalar, std::size_t Rows, std::size_t Columns>
constexpr std::size_t block_size<Scalar, matrix<Scalar, Rows, Columns>> = Rows* Columns;

// Whether the parameters are arrays of the scalar and nothing else.
template <class Scalar, class Parameters>
constexpr bool made_of_arrays() {
    constexpr std::size_t count = count_members<Parameters>();
    if constexpr (holds_layers<Parameters>)
        return std::is_same_v<Scalar, typename Parameters::scalar>;
    else if constexpr (!std::is_aggregate_v<Parameters> || count > most_members)
        return false;
    else
        return []<std::size_t... Member>(std::index_sequence<Member...>) {
            return ((block_size<Scalar, member_type<Parameters, Member>> > 0) && ...);
        }
    (std::make_index_sequence<count>{});
}

template <class Scalar, class Parameters>
constexpr std::size_t count_scalars() {
    if constexpr (holds_layers<Parameters>)
        return Parameters::parameter_count;
    else
        return []<std::size_t... Member>(std::index_sequence<Member...>) {
            return (std::size_t{0} + ... + block_size<Scalar, member_type<Parameters, Member>>);
        }
    (std::make_index_sequence<count_members<Parameters>()>{});
}

} // namespace ctnn::detail
