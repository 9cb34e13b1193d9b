#pragma once

#include <array>
#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/import/detail/gathered_network.hpp>
#include <ctnn/import/detail/letters_of.hpp>
#include <ctnn/import/parameters/detail/parameter_plan.hpp>
#include <ctnn/import/parameters/parameter_file_problem.hpp>
#include <ctnn/text/text_view.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::error {

struct parameters_file {
    struct is_cut_off_or_of_a_format_that_is_not_read {};
    struct is_hdf5_so_export_the_model_as_onnx {};
    struct is_compressed_so_save_it_by_np_savez_not_np_savez_compressed {};
    struct has_big_endian_numbers_so_save_it_with_little_endian_ones {};
    struct is_a_zip_without_arrays_of_numpy_and_without_tensors_of_pytorch {};
    struct is_torch_script_so_save_its_state_dict {};
    struct holds_more_than_a_state_dict_so_save_model_state_dict {};
    struct is_of_pytorch_before_1_6_so_load_it_and_save_it_again {};
    struct has_layers_whose_names_are_not_numbered_so_list_them_in_layer_names {};
};

// Counted as the layers of the network, from 0.
template <std::size_t Index>
struct parameters_layer {
    struct is_missing_in_the_file {};
    template <char... Name>
    struct named {
        template <char... Tensor>
        struct lacks_tensor {};
    };
    struct has_parameters_that_are_nan_or_infinite {};
};

template <char... Name>
struct parameters_tensor {
    template <std::size_t... Extents>
    struct has_shape {
        template <std::size_t Index>
        struct but_layer {
            template <std::size_t... Needed>
            struct needs_shape {};
        };
    };
    struct has_numbers_that_are_not_read_so_save_it_as_float32 {};
    struct has_numbers_of_16_bits_so_save_it_as_float32_or_ask_for_half_precision {};
    struct is_used_by_no_layer {};
};

template <std::size_t Count>
struct layer_names_of {
    template <std::size_t Needed>
    struct but_the_network_has_layers_with_parameters {};
};

} // namespace ctnn::error

namespace ctnn::detail {

template <parameter_file_problem const& Found, class Sentence>
constexpr auto tensor_sentence() {
    using kinds = parameter_file_problem::kinds;
    if constexpr (Found.kind == kinds::tensor_has_numbers_that_are_not_read)
        return typename Sentence::has_numbers_that_are_not_read_so_save_it_as_float32{};
    else if constexpr (Found.kind == kinds::tensor_is_not_used)
        return typename Sentence::is_used_by_no_layer{};
    else if constexpr (Found.kind == kinds::tensor_has_numbers_of_16_bits)
        return typename Sentence::
            has_numbers_of_16_bits_so_save_it_as_float32_or_ask_for_half_precision{};
    else
        return []<std::size_t... F, std::size_t... N>(std::index_sequence<F...>,
                                                      std::index_sequence<N...>) {
            return typename Sentence::template has_shape<Found.found[F]...>::template but_layer<
                Found.layer>::template needs_shape<Found.needed[N]...>{};
        }
    (std::make_index_sequence<(Found.found_rank < Found.most_dimensions ? Found.found_rank
                                                                        : Found.most_dimensions)>{},
     std::make_index_sequence<Found.needed_rank>{});
}

template <parameter_file_problem const& Found>
constexpr auto parameters_sentence() {
    using kinds = parameter_file_problem::kinds;
    using file = error::parameters_file;
    if constexpr (Found.kind == kinds::none)
        return error::none{};
    else if constexpr (Found.kind == kinds::file_is_hdf5)
        return file::is_hdf5_so_export_the_model_as_onnx{};
    else if constexpr (Found.kind == kinds::file_is_compressed)
        return file::is_compressed_so_save_it_by_np_savez_not_np_savez_compressed{};
    else if constexpr (Found.kind == kinds::file_is_big_endian)
        return file::has_big_endian_numbers_so_save_it_with_little_endian_ones{};
    else if constexpr (Found.kind == kinds::file_is_another_zip)
        return file::is_a_zip_without_arrays_of_numpy_and_without_tensors_of_pytorch{};
    else if constexpr (Found.kind == kinds::file_is_torch_script)
        return file::is_torch_script_so_save_its_state_dict{};
    else if constexpr (Found.kind == kinds::file_is_no_state_dict)
        return file::holds_more_than_a_state_dict_so_save_model_state_dict{};
    else if constexpr (Found.kind == kinds::file_is_of_old_pytorch)
        return file::is_of_pytorch_before_1_6_so_load_it_and_save_it_again{};
    else if constexpr (Found.kind == kinds::names_have_no_order)
        return file::has_layers_whose_names_are_not_numbered_so_list_them_in_layer_names{};
    else if constexpr (Found.kind == kinds::layer_is_missing)
        return typename error::parameters_layer<Found.layer>::is_missing_in_the_file{};
    else if constexpr (Found.kind == kinds::tensor_is_missing)
        return []<std::size_t... L, std::size_t... T>(std::index_sequence<L...>,
                                                      std::index_sequence<T...>) {
            return typename error::parameters_layer<Found.layer>::template named<
                Found.layer_name[L]...>::template lacks_tensor<Found.tensor[T]...>{};
        }
    (std::make_index_sequence<letters_of(Found.layer_name)>{},
     std::make_index_sequence<Found.tensor.size()>{});
    else if constexpr (Found.tensor.size() > 0) return
        []<std::size_t... T>(std::index_sequence<T...>) {
        return tensor_sentence<Found, error::parameters_tensor<Found.tensor[T]...>>();
    }
    (std::make_index_sequence<letters_of(Found.tensor)>{});
    else return file::is_cut_off_or_of_a_format_that_is_not_read{};
}

// Whether the layers of a network are ones that files have, and as many as there are names.
template <class Network, class... Options>
constexpr auto diagnose_options() {
    using options = parameter_options<Options...>;
    using names = typename options::names;
    constexpr layer_needs const& needs = layer_needs_of<Network>;
    if constexpr (!fits<typename options::diagnosis>) {
        return typename options::diagnosis{};
    } else if constexpr (needs.unread != unread_layers::none) {
        using layer = error::layer<needs.unread_index,
                                   typename Network::template stage<needs.unread_index>::layer>;
        if constexpr (needs.unread == unread_layers::of_another_kind)
            return typename layer::has_parameters_that_are_not_read_from_files{};
        else
            return typename layer::gets_numbers_whose_order_in_a_file_is_unknown{};
    } else if constexpr (!std::is_same_v<names, natural_layer_order> &&
                         names::count != needs.names) {
        return typename error::layer_names_of<
            names::count>::template but_the_network_has_layers_with_parameters<needs.names>{};
    } else {
        return error::none{};
    }
}

// Numbers of float that are checked are those that the network has.
template <class Network, auto const& Plan, std::size_t Index, auto const& File>
constexpr bool has_finite_parameters() {
    using scalar = std::conditional_t<std::is_floating_point_v<typename Network::scalar>,
                                      typename Network::scalar, double>;
    return []<std::size_t... B>(std::index_sequence<B...>) {
        return (gathered_block<scalar, Plan, Index, B, File>::is_finite() && ...);
    }
    (std::make_index_sequence<Plan.steps[Index].block_count>{});
}
template <class Network, auto const& Plan, auto const& File>
constexpr std::size_t count_finite_layers() {
    return []<std::size_t... Index>(std::index_sequence<Index...>) {
        std::size_t finite = 0;
        (void)((has_finite_parameters<Network, Plan, Index, File>() && ++finite > 0) && ...);
        return finite;
    }
    (std::make_index_sequence<Plan.count>{});
}

template <class Network, auto const& File, class Options>
inline constexpr parameter_file_problem parameter_file_problem_of =
    parameter_plan_of<Network, File, Options>.found;

template <class Network, auto const& File, class... Options>
constexpr auto diagnose_parameters() {
    using options = parameter_options<Options...>;
    using of_options = decltype(diagnose_options<Network, Options...>());
    if constexpr (!fits<of_options>) {
        return of_options{};
    } else {
        constexpr parameter_file_problem const& found =
            parameter_file_problem_of<Network, File, options>;
        if constexpr (found.kind != parameter_file_problem::kinds::none) {
            return parameters_sentence<parameter_file_problem_of<Network, File, options>>();
        } else {
            constexpr auto const& plan = parameter_plan_of<Network, File, options>;
            constexpr std::size_t finite =
                count_finite_layers<Network, parameter_plan_of<Network, File, options>, File>();
            if constexpr (finite < plan.count)
                return typename error::parameters_layer<needed_layers<Network>[finite].index>::
                    has_parameters_that_are_nan_or_infinite{};
            else
                return error::none{};
        }
    }
}
template <class Network, auto const& File, class... Options>
using parameter_file_diagnosis = decltype(diagnose_parameters<Network, File, Options...>());

} // namespace ctnn::detail
