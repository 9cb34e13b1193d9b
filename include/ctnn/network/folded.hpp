#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/network/detail/fold_plan.hpp>
#include <ctnn/network/detail/normalizing_diagnosis.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/placed/factors.hpp>
#include <ctnn/placed/step_layers.hpp>
#include <ctnn/tensor/detail/for_each_index.hpp>
#include <ctnn/tensor/detail/groups_of.hpp>
#include <ctnn/tensor/input.hpp>
#include <ctnn/tensor/shape.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::detail {
CTNN_ARITHMETIC_BEGIN

// The layers that remain of a network, or of a branch.
template <class Network, std::size_t Index = 0, class Layers = placed::layer_list<>>
struct folded_layers;

template <class Stage, class Parts, class Indices>
struct folded_composite;
template <class Stage, class Parts, std::size_t... K>
struct folded_composite<Stage, Parts, std::index_sequence<K...>> {
    using type = typename Parts::template with<
        typename Stage::layer,
        typename folded_layers<typename Stage::bound::template branch<K>>::type::as_branch...>;
};

template <class Stage, fold Of>
struct folded_layer {
    using type = void;
};
template <class Stage>
struct folded_layer<Stage, fold::alone> {
    using type = placed::factors<Stage::bound::statistics>;
};
template <class Stage>
struct folded_layer<Stage, fold::keeps> {
    using type = typename Stage::layer;
};
template <class Stage>
    requires placed::is_composite<typename Stage::descriptor>
struct folded_layer<Stage, fold::keeps>
    : folded_composite<Stage,
                       decltype(placed::parts_of(
                           static_cast<typename Stage::descriptor const*>(nullptr))),
                       std::make_index_sequence<Stage::bound::branch_count>> {
};

template <class Network, std::size_t Index, class Layers>
struct folded_layers
    : folded_layers<
          Network, Index + 1,
          typename placed::with_layer<
              Layers, typename folded_layer<typename Network::template stage<Index>,
                                            folds_of<Network>.folds[Index]>::type>::type> {};
template <class Network, std::size_t Index, class Layers>
    requires(Index == Network::depth)
struct folded_layers<Network, Index, Layers> {
    using type = Layers;
};

template <class Scalar, class Shape, class Layers>
struct network_of_layers;
template <class Scalar, std::size_t... Extents, class... Layers>
struct network_of_layers<Scalar, shape<Extents...>, placed::layer_list<Layers...>> {
    using type = network<Scalar, input<Extents...>, Layers...>;
};

// v -> factor v + offset of each output j, in the weights that lead to it.
template <class Stage, class Normalizes, class Parameters>
constexpr void scale_outputs(typename Normalizes::parameters const& p, Parameters& to) {
    using scalar = typename Stage::scalar;
    constexpr std::size_t columns = placed::columns_of<typename Stage::bound>;
    for (std::size_t j = 0; j < columns; ++j) {
        auto const [factor, offset] = Normalizes::in_one_product(p, j % Normalizes::statistics);
        for (std::size_t k = j; k < to.weights.values.size(); k += columns)
            to.weights.values[k] =
                static_cast<scalar>(static_cast<double>(to.weights.values[k]) * factor);
        to.biases[j] = static_cast<scalar>(static_cast<double>(to.biases[j]) * factor + offset);
    }
}

// x -> factor x + offset of each input, in the weights that it meets.
template <class Stage, class Normalizes, class Parameters>
constexpr void scale_inputs(typename Normalizes::parameters const& p, Parameters& to) {
    using scalar = typename Stage::scalar;
    using windows = typename Stage::bound::windows;
    constexpr std::size_t columns = placed::columns_of<typename Stage::bound>;
    for (std::size_t j = 0; j < columns; ++j) {
        double bias = static_cast<double>(to.biases[j]);
        for (std::size_t k = 0; k < windows::size; ++k) {
            std::size_t const i = windows::input_of(j / Stage::bound::channels, k);
            auto const [factor, offset] = Normalizes::in_one_product(p, i % Normalizes::statistics);
            scalar& weight = to.weights.values[k * columns + j];
            bias += static_cast<double>(weight) * offset;
            weight = static_cast<scalar>(static_cast<double>(weight) * factor);
        }
        to.biases[j] = static_cast<scalar>(bias);
    }
}

template <class Network, class To>
constexpr void fold_into(Network const& net, To& to) {
    constexpr auto const& plan = folds_of<Network>;
    for_each_index<Network::depth>(
        [&]<std::size_t Index>(std::integral_constant<std::size_t, Index>) {
            using here = typename Network::template stage<Index>;
            using bound = typename here::bound;
            auto const& p = net.template layer<Index>();
            constexpr fold what = plan.folds[Index];
            if constexpr (what == fold::into_before || what == fold::into_next) {
                // (done below: the other layer's weights must be there)
            } else if constexpr (what == fold::alone) {
                auto& q = to.template layer<plan.place[Index]>();
                for (std::size_t k = 0; k < bound::statistics; ++k) {
                    auto const [factor, offset] = bound::in_one_product(p, k);
                    q.weights.values[k] = static_cast<typename here::scalar>(factor);
                    q.biases[k] = static_cast<typename here::scalar>(offset);
                }
            } else if constexpr (placed::is_composite<typename here::descriptor>) {
                for_each_index<bound::branch_count>([&]<std::size_t K>(
                                                        std::integral_constant<std::size_t, K>) {
                    using after = typename To::template stage<plan.place[Index]>::bound;
                    if constexpr (bound::template branch<K>::parameter_count > 0)
                        fold_into(bound::template part<K>(p),
                                  after::template part<K>(to.template layer<plan.place[Index]>()));
                });
            } else if constexpr (here::has_parameters) {
                to.template layer<plan.place[Index]>() = p;
            }
        });
    for_each_index<Network::depth>(
        [&]<std::size_t Index>(std::integral_constant<std::size_t, Index>) {
            using bound = typename Network::template stage<Index>::bound;
            constexpr std::size_t place = plan.place[plan.target[Index]];
            if constexpr (plan.folds[Index] == fold::into_before)
                scale_outputs<typename To::template stage<place>, bound>(
                    net.template layer<Index>(), to.template layer<place>());
            else if constexpr (plan.folds[Index] == fold::into_next)
                scale_inputs<typename To::template stage<place>, bound>(net.template layer<Index>(),
                                                                        to.template layer<place>());
        });
}

CTNN_ARITHMETIC_END
} // namespace ctnn::detail

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// Returns a network that computes the same without layers that normalize: `batch_norm` and `normalization` go into the
/// weights and biases of the affine layer before them, if there is no activation between, or of the one after them, if
/// it has no padding. If neither can take them, an affine layer of one factor and one offset for each channel remains.
/// This includes layers inside layers. Fold before you quantize, prove or ship.
///
/// Shape:    a network; one of another type with the same inputs and outputs.
/// Cost:     a multiplication for each weight, once; the network runs without the layers.
/// Errors:   weights are computed in double and rounded to the scalar, so outputs differ in a few last places, and in
///           more where a mean is far larger than its deviation. A layer that normalizes inside `over_time` does not
///           compile, nor does a quantized network.
/// Source:   B. Jacob et al., "Quantization and training of neural networks for efficient integer-arithmetic-only
///           inference", CVPR 2018, 3.2.
/// Example:  tests/network/folded.cpp
template <concepts::trainable_network Network,
          class Diagnosis = decltype(detail::normalizing_diagnosis<Network>())>
    requires detail::is_none<Diagnosis>
constexpr auto folded(Network const& net) {
    typename detail::network_of_layers<typename Network::scalar, typename Network::input_shape,
                                       typename detail::folded_layers<Network>::type>::type to{};
    detail::fold_into(net, to);
    return to;
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Network, class Diagnosis = decltype(detail::normalizing_diagnosis<Network>())>
    requires(!detail::is_none<Diagnosis>)
void folded(Network const&) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
