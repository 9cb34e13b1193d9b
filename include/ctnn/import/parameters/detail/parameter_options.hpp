#pragma once

#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/import/parameters/detail/read_tensors.hpp>
#include <ctnn/import/parameters/detail/stored_tensor.hpp>
#include <ctnn/import/parameters/half_precision.hpp>
#include <ctnn/import/parameters/layer_names.hpp>
#include <ctnn/import/parameters/npz.hpp>
#include <ctnn/import/parameters/pytorch.hpp>
#include <ctnn/import/parameters/safetensors.hpp>
#include <ctnn/text/text_view.hpp>
#include <type_traits>

namespace ctnn::error {

template <class Option>
struct parameters_option {
    struct is_none_of_layer_names_half_precision_safetensors_npz_and_pytorch {};
};
struct parameters_options {
    struct have_layer_names_more_than_once {};
};

} // namespace ctnn::error

namespace ctnn::detail {

// The layers' names, or that there are none.
struct natural_layer_order {
    static constexpr std::size_t count = 0;
};

template <class Option>
inline constexpr bool are_layer_names = false;
template <layer_name... Names>
inline constexpr bool are_layer_names<ctnn::layer_names<Names...>> = true;
template <class Option>
inline constexpr bool is_parameter_format =
    std::is_same_v<Option, ctnn::safetensors> || std::is_same_v<Option, ctnn::npz> ||
    std::is_same_v<Option, ctnn::pytorch>;

template <class Default, class... Options>
struct names_among {
    using type = Default;
};
template <class Default, class First, class... Rest>
struct names_among<Default, First, Rest...>
    : std::conditional_t<are_layer_names<First>, std::type_identity<First>,
                         names_among<Default, Rest...>> {};

// The options of those who read a file of parameters, in any order.
template <class... Options>
struct parameter_options {
    using names = typename names_among<natural_layer_order, Options...>::type;
    static constexpr bool takes_16_bits = (std::is_same_v<Options, half_precision> || ...);
    static constexpr text_view const* given_names() {
        if constexpr (names::count > 0)
            return names::all.data();
        else
            return nullptr;
    }

    static constexpr void read(text_view file, tensor_list& to) {
        if constexpr ((is_parameter_format<Options> || ...))
            read_tensors<Options...>(file, to);
        else
            read_tensors<ctnn::safetensors, ctnn::npz, ctnn::pytorch>(file, to);
    }

    template <class Option, class... Rest>
    static constexpr auto diagnose_all() {
        if constexpr (!are_layer_names<Option> && !is_parameter_format<Option> &&
                      !std::is_same_v<Option, half_precision>)
            return typename error::parameters_option<
                Option>::is_none_of_layer_names_half_precision_safetensors_npz_and_pytorch{};
        else if constexpr (sizeof...(Rest) > 0)
            return diagnose_all<Rest...>();
        else
            return error::none{};
    }
    static constexpr auto diagnose() {
        if constexpr ((are_layer_names<Options> + ... + 0) > 1)
            return error::parameters_options::have_layer_names_more_than_once{};
        else if constexpr (sizeof...(Options) > 0)
            return diagnose_all<Options...>();
        else
            return error::none{};
    }
    using diagnosis = decltype(diagnose());
};

} // namespace ctnn::detail
