#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/layer.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/face/compiler/activation_form.hpp>
#include <ctnn/face/compiler/dense_form.hpp>
#include <ctnn/face/compiler/direct_form.hpp>
#include <ctnn/face/compiler/loss_form.hpp>
#include <ctnn/face/compiler/plain_form.hpp>
#include <ctnn/face/compiler/row.hpp>
#include <ctnn/face/compiler/view.hpp>
#include <ctnn/face/compiler/windows_form.hpp>
#include <ctnn/kernel/wide.hpp>
#include <ctnn/placed/detail/update_layer.hpp>
#include <ctnn/placed/layer_kind.hpp>
#include <ctnn/tensor/detail/groups_of.hpp>
#include <utility>

namespace ctnn::compiler {

// What a layer's kind makes of it. (The forms of affine layers multiply and add separately.)
template <class Stage,
          placed::layer_kind = kernel::widenable<typename Stage::scalar> && !ctnn::detail::is_fused
                                   ? placed::kind_of_layer<Stage>
                                   : placed::layer_kind::opaque>
struct derived_form {
    using type = plain_form<Stage>;
};
template <class Stage>
struct derived_form<Stage, placed::layer_kind::dense> {
    using type = dense_form<typename Stage::scalar, Stage::input_size, Stage::output_size,
                            (Stage::index > 0)>;
};
template <class Stage>
    requires(tensor::groups_of<typename Stage::bound::windows> == 1)
struct derived_form<Stage, placed::layer_kind::windows> {
    using type = windows_form<typename Stage::scalar, typename Stage::bound::windows,
                              Stage::bound::channels, (Stage::index > 0)>;
};

// The form in which the compiler trains a layer: the one that it names, `bound::compiler_form<Backward>`, else that
// of its kind. Backward tells whether anybody asks for the derivative by its input.
template <class Stage>
struct form_of : derived_form<Stage> {};
template <class Stage>
    requires kernel::widenable<typename Stage::scalar> &&
        customization::runs_side_by_side<typename Stage::bound>
struct form_of<Stage> {
    using type = direct_form<Stage>;
};
template <class Stage>
    requires kernel::widenable<typename Stage::scalar> &&
        customization::names_a_compiler_form<typename Stage::bound>
struct form_of<Stage> {
    using type = typename Stage::bound::template compiler_form<(Stage::index > 0)>;
};

// A network in the form for training at compile time: its layers from Index on. What a layer must
// remember from the forward pass to the backward pass is a local variable of the call that goes
// through it, because constant evaluation finds those fastest. That is why Hana does not walk here.
template <class Network, std::size_t Index = 0>
struct network_form {
    using here = typename Network::template stage<Index>;
    using scalar = typename Network::scalar;
    static constexpr bool is_last = Index + 1 == Network::depth;

    typename form_of<here>::type layer{};
    network_form<Network, Index + 1> rest{};

    constexpr network_form() = default;
    constexpr explicit network_form(Network const& net)
        : layer(net.template layer<Index>()), rest(net) {}

    constexpr void store(Network& net) const {
        if constexpr (here::has_parameters)
            layer.store(net.template layer<Index>());
        rest.store(net);
    }

    using activation = typename here::activation;
    using activate = activation_form<activation, scalar, here::output_size>;
    using output = typename here::output;

    // Who takes arrays: the layer, or the activation after it, of v and dv; that, or the layer
    // after it, of y and dy.
    static constexpr bool takes_arrays = form_of<here>::type::takes_arrays;
    static constexpr bool has_arrays = takes_arrays || activate::takes_arrays;
    static constexpr bool gives_arrays =
        activate::takes_arrays || network_form<Network, Index + 1>::takes_arrays;

    // x is a view of an array.
    template <class X>
    constexpr void forward(X const& x, typename Network::output_type& y) const {
        row<output, has_arrays> v;
        layer.forward(x, v);
        if constexpr (is_last) {
            activate::forward(v, view<output>(y));
        } else {
            row<output, gives_arrays> value;
            activate::forward(v, value);
            rest.forward(value, y);
        }
    }

    // Returns the loss of one sample. `step` gets each layer, its input x and its derivative dv, from
    // the last layer to the first; dx, a row, gets the derivative by x, which the first layer does
    // not need.
    template <class Loss, class X, class Step, class DX = std::nullptr_t>
    constexpr scalar learn(Loss const& loss, X const& x,
                           typename Network::output_type const& target, Step const& step,
                           [[maybe_unused]] DX&& dx = nullptr) {
        using to_loss = loss_form<Loss, activation, scalar, is_last ? here::output_size : 0>;
        row<output, has_arrays || (to_loss::is_fused && to_loss::takes_arrays)> v, dv;
        row<output, gives_arrays || (is_last && to_loss::takes_arrays)> y, dy;
        [[maybe_unused]] ctnn::detail::record_of_layer<typename here::bound> record;
        if constexpr (here::keeps_a_record)
            layer.forward(x, v, record.kept);
        else
            layer.forward(x, v);
        activate::forward(v, y);
        scalar value;
        if constexpr (!is_last)
            value = rest.learn(loss, y, target, step.next(), dy);
        else
            value = to_loss::differentiate(loss, v, y, target, dv, dy);
        if constexpr (!to_loss::is_fused)
            activate::backward(v, y, dy, dv);
        if constexpr (is_last)
            step.scale(dv.data, here::output_size);
        if constexpr (here::keeps_a_record) {
            layer.unwind(x, dv, record.kept);
            if constexpr (Index > 0)
                layer.backward(x, dv, dx, record.kept);
            step.apply(layer, x, record.kept, dv);
        } else {
            if constexpr (Index > 0)
                layer.backward(x, dv, dx);
            step.apply(layer, x, ctnn::detail::no_record{}, dv);
        }
        return value;
    }

    // The rule's step along a gradient.
    template <class Rule, class... Memory>
    constexpr void update_by(Rule const& rule, network_form const& gradient, Memory&... memory) {
        layer.update_by(rule, gradient.layer, memory.layer...);
        rest.update_by(rule, gradient.rest, memory.rest...);
    }
};

template <class Network, std::size_t Index>
    requires(Index == Network::depth)
struct network_form<Network, Index> {
    static constexpr bool takes_arrays = false;

    constexpr network_form() = default;
    constexpr explicit network_form(Network const&) {}
    constexpr void store(Network&) const {}
    template <class Rule, class... Memory>
    constexpr void update_by(Rule const&, network_form const&, Memory&...) {}
};

// One sample, one step of the rule. What it remembers has the form of the network.
template <class Rule, class Form, class Indices>
struct update_step;
template <class Rule, class Form, std::size_t... Index>
struct update_step<Rule, Form, std::index_sequence<Index...>> {
    Rule const& rule;
    Form* memory[sizeof...(Index)];

    constexpr auto next() const {
        return update_step<Rule, decltype(memory[0]->rest), std::index_sequence<Index...>>{
            rule, {&memory[Index]->rest...}};
    }
    template <class Scalar>
    constexpr void scale(Scalar*, std::size_t) const {}
    template <class Layer, class Input, class Kept, class Derivative>
    constexpr void apply(Layer& layer, Input const& x, Kept const& kept,
                         Derivative const& dv) const {
        layer.update(rule, x, kept, dv, memory[Index]->layer...);
    }
};
template <class Rule, class Form>
struct update_step<Rule, Form, std::index_sequence<>> {
    Rule const& rule;

    constexpr update_step const& next() const { return *this; }
    template <class Scalar>
    constexpr void scale(Scalar*, std::size_t) const {}
    template <class Layer, class Input, class Kept, class Derivative>
    constexpr void apply(Layer& layer, Input const& x, Kept const& kept,
                         Derivative const& dv) const {
        layer.update(rule, x, kept, dv);
    }
};

// gradient += weight * the sample's gradient.
template <class Scalar, class Gradient>
struct accumulate_step {
    Scalar weight;
    Gradient& gradient;

    constexpr auto next() const {
        return accumulate_step<Scalar, decltype(gradient.rest)>{weight, gradient.rest};
    }
    constexpr void scale(Scalar* dv, std::size_t size) const {
        for (std::size_t i = 0; i < size; ++i)
            dv[i] *= weight;
    }
    template <class Layer, class Input, class Kept, class Derivative>
    constexpr void apply(Layer& layer, Input const& x, Kept const& kept,
                         Derivative const& dv) const {
        layer.accumulate(x, kept, dv, gradient.layer);
    }
};

} // namespace ctnn::compiler
