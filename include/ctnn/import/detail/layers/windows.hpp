#pragma once

#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/made_layer.hpp>
#include <ctnn/import/detail/window_sizes.hpp>
#include <ctnn/layer/average_pool.hpp>
#include <ctnn/layer/conv1d.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/conv2d_transpose.hpp>
#include <ctnn/layer/depthwise_conv2d.hpp>
#include <ctnn/layer/global_average_pool.hpp>
#include <ctnn/layer/global_max_pool.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/tensor/depth_multiplier.hpp>
#include <ctnn/tensor/dilation.hpp>
#include <ctnn/tensor/groups.hpp>
#include <ctnn/tensor/kernel_size.hpp>
#include <ctnn/tensor/padding.hpp>
#include <ctnn/tensor/padding_causal.hpp>
#include <ctnn/tensor/padding_same.hpp>
#include <ctnn/tensor/strides.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::detail {

// Layers with windows, whose sizes are `window_sizes`.

template <class... Options>
struct option_list {
    template <class Option, bool IsWanted>
    using with = std::conditional_t<IsWanted, option_list<Options..., Option>, option_list>;
    template <template <class...> class Layer>
    using of = Layer<Options...>;
    template <template <std::size_t, class...> class Layer, std::size_t Outputs>
    using of_outputs = Layer<Outputs, Options...>;
};

template <auto const& Plan, std::size_t Index, bool IsPool>
struct window_option_list {
    static constexpr window_sizes sizes{Plan.steps[Index].sizes};
    static constexpr bool is_along_each(std::size_t const* numbers, std::size_t wanted) {
        for (std::size_t a = 0; a < sizes.rank; ++a)
            if (numbers[a] != wanted)
                return false;
        return true;
    }
    static constexpr bool has_strides = [] {
        for (std::size_t a = 0; a < sizes.rank; ++a)
            if (sizes.strides[a] != (IsPool ? sizes.kernel[a] : 1))
                return true;
        return false;
    }();
    template <std::size_t... A>
    static auto make(std::index_sequence<A...>) -> typename option_list<
        kernel_size<sizes.kernel[A]...>>::template with<strides<sizes.strides[A]...>, has_strides>::
        template with<dilation<sizes.dilation[A]...>, !is_along_each(sizes.dilation.data(), 1)>::
            template with<padding<sizes.places[A]...>, sizes.padding == window_paddings::places>::
                template with<padding_same, sizes.padding == window_paddings::same>::template with<
                    padding_causal, sizes.padding == window_paddings::causal>::
                    template with<groups<sizes.groups>, (sizes.groups > 1)>::template with<
                        depth_multiplier<sizes.multiplier>, (sizes.multiplier > 1)>::
                        template with<typename made_activation<Plan.steps[Index].activation>::type,
                                      Plan.steps[Index].activation.kind !=
                                          imported_activations::identity>;
    using type = decltype(make(std::make_index_sequence<sizes.rank>{}));
};

template <>
struct made_layer<imported_layers::conv1d> {
    template <auto const& Plan, std::size_t Index>
    using type = typename window_option_list<Plan, Index, false>::type::template of_outputs<
        conv1d, window_sizes{Plan.steps[Index].sizes}.outputs>;
};
template <>
struct made_layer<imported_layers::conv2d> {
    template <auto const& Plan, std::size_t Index>
    using type = typename window_option_list<Plan, Index, false>::type::template of_outputs<
        conv2d, window_sizes{Plan.steps[Index].sizes}.outputs>;
};
template <>
struct made_layer<imported_layers::depthwise_conv2d> {
    template <auto const& Plan, std::size_t Index>
    using type =
        typename window_option_list<Plan, Index, false>::type::template of<depthwise_conv2d>;
};
template <>
struct made_layer<imported_layers::conv2d_transpose> {
    template <auto const& Plan, std::size_t Index>
    using type = typename window_option_list<Plan, Index, false>::type::template of_outputs<
        conv2d_transpose, window_sizes{Plan.steps[Index].sizes}.outputs>;
};
template <>
struct made_layer<imported_layers::max_pool> {
    template <auto const& Plan, std::size_t Index>
    using type = typename window_option_list<Plan, Index, true>::type::template of<max_pool>;
};
template <>
struct made_layer<imported_layers::average_pool> {
    template <auto const& Plan, std::size_t Index>
    using type = typename window_option_list<Plan, Index, true>::type::template of<average_pool>;
};

template <imported_layers Layer, std::size_t Rank, std::size_t Outputs, class Given>
struct described_windows {
    static constexpr imported_signature signature = [] {
        window_sizes sizes;
        sizes.outputs = Outputs;
        sizes.rank = Rank;
        for (std::size_t a = 0; a < Rank; ++a) {
            sizes.kernel[a] = Given::kernel::extents[a];
            sizes.strides[a] = Given::stride::extents[a];
            sizes.dilation[a] = Given::dilations::extents[a];
            if constexpr (requires { Given::padded::rank; }) {
                sizes.places[a] = Given::padded::extents[a];
                if (sizes.places[a] != 0)
                    sizes.padding = window_paddings::places;
            }
        }
        if constexpr (std::is_same_v<typename Given::padded, padding_same>)
            sizes.padding = window_paddings::same;
        if constexpr (std::is_same_v<typename Given::padded, padding_causal>)
            sizes.padding = window_paddings::causal;
        sizes.groups = Given::in_groups::count;
        sizes.multiplier = Given::multiplier::count;
        imported_signature made{Layer};
        made.sizes = sizes.packed();
        return made;
    }();
    using activation = typename Given::activation;
};
template <std::size_t Outputs, class... Options>
struct described_layer<conv1d<Outputs, Options...>>
    : described_windows<imported_layers::conv1d, 1, Outputs,
                        typename conv1d<Outputs, Options...>::options> {};
template <std::size_t Outputs, class... Options>
struct described_layer<conv2d<Outputs, Options...>>
    : described_windows<imported_layers::conv2d, 2, Outputs,
                        typename conv2d<Outputs, Options...>::options> {};
template <class... Options>
struct described_layer<depthwise_conv2d<Options...>>
    : described_windows<imported_layers::depthwise_conv2d, 2, 0,
                        typename depthwise_conv2d<Options...>::options> {};
template <std::size_t Outputs, class... Options>
struct described_layer<conv2d_transpose<Outputs, Options...>>
    : described_windows<imported_layers::conv2d_transpose, 2, Outputs,
                        typename conv2d_transpose<Outputs, Options...>::options> {};
template <class... Options>
struct described_layer<max_pool<Options...>>
    : described_windows<imported_layers::max_pool, placed::rank_of_kernel<Options...>, 0,
                        typename max_pool<Options...>::options> {};
template <class... Options>
struct described_layer<average_pool<Options...>>
    : described_windows<imported_layers::average_pool, placed::rank_of_kernel<Options...>, 0,
                        typename average_pool<Options...>::options> {};

template <>
struct made_layer<imported_layers::global_max_pool> : made_plain_layer<global_max_pool> {};
template <>
struct described_layer<global_max_pool> : described_plain_layer<imported_layers::global_max_pool> {
};
template <>
struct made_layer<imported_layers::global_average_pool> : made_plain_layer<global_average_pool> {};
template <>
struct described_layer<global_average_pool>
    : described_plain_layer<imported_layers::global_average_pool> {};

} // namespace ctnn::detail
