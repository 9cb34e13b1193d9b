#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <utility>

// What a network's constructor takes for one layer: its parameters, or the braces of their
// members. Braces have no type, so only deducing their shape can catch a wrong one. Here the
// message can name the layer and both shapes.

namespace ctnn::detail {

template <class Stage, std::size_t Rows, std::size_t Columns, std::size_t Biases>
constexpr auto parameters_diagnosis() {
    using layer = error::layer<Stage::index, typename Stage::layer>;
    constexpr std::size_t inputs = Stage::input_size, outputs = Stage::output_size;
    if constexpr (Rows != inputs || Columns != outputs)
        return typename layer::template gets_weights_of_shape<
            Rows, Columns>::template but_needs_shape<inputs, outputs>{};
    else if constexpr (Biases != outputs)
        return typename layer::template gets_biases_of_size<Biases>::template but_needs_size<
            outputs>{};
    else
        return error::none{};
}

template <class Stage, std::size_t... Sizes>
constexpr auto weights_diagnosis() {
    using layer = error::layer<Stage::index, typename Stage::layer>;
    constexpr std::size_t inputs = Stage::input_size, outputs = Stage::output_size;
    constexpr std::size_t bad = first_bad_row<outputs, Sizes...>();
    if constexpr (bad < sizeof...(Sizes))
        return typename layer::template gets_a_row_of_weights<bad>::template of_size<
            size_of_row<bad, Sizes...>()>::template but_needs_size<outputs>{};
    else if constexpr (sizeof...(Sizes) != inputs)
        return typename layer::template gets_weights_of_shape<
            sizeof...(Sizes), outputs>::template but_needs_shape<inputs, outputs>{};
    else
        return error::none{};
}

// A layer's weights, whole or as one array for each row. (A matrix alone has no layer to name.)
template <class Stage, class Scalar, class RowIndices>
struct given_weights;

template <class Stage, class Scalar, std::size_t... Row>
struct given_weights<Stage, Scalar, std::index_sequence<Row...>> {
    static constexpr std::size_t outputs = Stage::output_size;

    matrix<Scalar, sizeof...(Row), outputs> weights;

    constexpr given_weights(matrix<Scalar, sizeof...(Row), outputs> const& whole)
        : weights(whole) {}
    constexpr given_weights(repeated<Row, std::array<Scalar, outputs> const&>... rows)
        : weights(rows...) {}

    // The wrong shapes. The functions are deleted, because compilers print their sentence first.
    template <std::size_t... Sizes,
              class Diagnosis = decltype(weights_diagnosis<Stage, Sizes...>())>
        requires(!is_none<Diagnosis>)
    constexpr given_weights(Scalar const (&... rows)[Sizes]) = delete;

    template <class... Numbers,
              class Diagnosis = typename error::layer<Stage::index, typename Stage::layer>::
                  template gets_weights_without_rows<sizeof...(Numbers)>::template but_needs_shape<
                      sizeof...(Row), outputs>::each_row_in_braces>
        requires are_numbers<Scalar, Numbers...>
    constexpr given_weights(Numbers const&...) = delete;
};

template <class Stage, class... Members>
struct given {
    typename Stage::parameters parameters;

    constexpr given(typename Stage::parameters const& whole) : parameters(whole) {}
    constexpr given(Members const&... members) requires(sizeof...(Members) > 1)
        : parameters{members...} {}
};

// Weights and biases, as a dense layer has them.
template <class Stage, class Scalar>
struct given<Stage, matrix<Scalar, Stage::input_size, Stage::output_size>,
             std::array<Scalar, Stage::output_size>> {
    static constexpr std::size_t inputs = Stage::input_size, outputs = Stage::output_size;

    typename Stage::parameters parameters;

    constexpr given(typename Stage::parameters const& whole) : parameters(whole) {}
    constexpr given(given_weights<Stage, Scalar, std::make_index_sequence<inputs>> const& weights,
                    std::array<Scalar, outputs> const& biases)
        : parameters{weights.weights, biases} {}

    template <std::size_t Rows, std::size_t Columns, std::size_t Biases,
              class Diagnosis = decltype(parameters_diagnosis<Stage, Rows, Columns, Biases>())>
        requires(!is_none<Diagnosis>)
    constexpr given(Scalar const (&)[Rows][Columns], Scalar const (&)[Biases]) = delete;

    template <std::size_t Rows, std::size_t Columns,
              class Diagnosis = decltype(parameters_diagnosis<Stage, Rows, Columns, 0>())>
        requires(Rows == inputs && Columns == outputs) // else these may be weights and biases
    constexpr given(Scalar const (&)[Rows][Columns]) = delete;

    template <class... Numbers,
              class Diagnosis = typename error::layer<Stage::index, typename Stage::layer>::
                  template gets_numbers_without_braces<sizeof...(Numbers)>::
                      template but_needs_weights_in_rows_and_biases_of_shape<inputs, outputs>>
        requires are_numbers<Scalar, Numbers...>
    constexpr given(Numbers const&...) = delete;

    template <class... Numbers, class Diagnosis =
                                    typename error::layer<Stage::index, typename Stage::layer>::
                                        template gets_biases_without_braces<sizeof...(
                                            Numbers)>::template but_needs_size<outputs>>
        requires are_numbers<Scalar, Numbers...>
    constexpr given(given_weights<Stage, Scalar, std::make_index_sequence<inputs>> const&,
                    Numbers const&...) = delete;
};

// Braces of weights and biases of any shape: one layer too many or too few.
template <class Scalar>
struct given_to_no_layer {
    template <std::size_t Rows, std::size_t Columns, std::size_t Biases>
    constexpr given_to_no_layer(Scalar const (&)[Rows][Columns], Scalar const (&)[Biases]) {}
};

// For a layer that is made of layers: a pair of braces for each layer that has parameters.
template <class Stage, class Slots>
struct given_parts;
template <class Stage, std::size_t... Slot>
struct given_parts<Stage, std::index_sequence<Slot...>> {
    using network = typename Stage::parameters;

    network parameters;

    template <std::same_as<network> Whole>
    constexpr given_parts(Whole const& whole) : parameters(whole) {}
    constexpr given_parts(typename network::template given_in<Slot> const&... layers)
        : parameters(layers...) {}
};

template <class Stage, class Indices>
struct given_for;
template <class Stage, class Indices>
    requires holds_layers<typename Stage::parameters>
struct given_for<Stage, Indices> {
    using type = given_parts<Stage, std::make_index_sequence<Stage::parameters::slot_count>>;
};
template <class Stage, std::size_t... Member>
    requires(!holds_layers<typename Stage::parameters>)
struct given_for<Stage, std::index_sequence<Member...>> {
    using type = given<Stage, member_type<typename Stage::parameters, Member>...>;
};

} // namespace ctnn::detail
