#pragma once

#include <cstddef>
#include <ctnn/compiler/activation_form.hpp>
#include <ctnn/compiler/plain_form.hpp>
#include <ctnn/compiler/view.hpp>
#include <ctnn/compiler/wide.hpp>
#include <ctnn/concept/loss.hpp>

namespace ctnn::compiler {

// The form that a layer says the compiler should train it in: `bound::compiler_form<Backward>`,
// Backward telling whether anybody asks for the derivative by its input.
template <class Stage>
struct form_of {
    using type = plain_form<Stage>;
};
template <class Stage>
    requires widenable<typename Stage::scalar> && requires {
        typename Stage::bound::template compiler_form<true>;
    }
struct form_of<Stage> {
    using type = typename Stage::bound::template compiler_form<(Stage::index > 0)>;
};

// A network in the form in which the compiler trains it: its layers from Index on. What a layer
// must remember from the forward pass to the backward pass is a local variable of the call that
// goes through it, for an evaluator finds those soonest. That is why Hana does not walk here.
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

    // x is a view of an array.
    template <class X>
    constexpr void forward(X const& x, typename Network::output_type& y) const {
        output v;
        view<output> const v_view(v);
        layer.forward(x, v_view);
        if constexpr (is_last) {
            activate::forward(v_view, view<output>(y));
        } else {
            output value;
            view<output> const value_view(value);
            activate::forward(v_view, value_view);
            rest.forward(value_view, y);
        }
    }

    // Gives the loss of one sample. `step` gets each layer, its input x and its derivative dv, from
    // the last layer to the first; dx, a view too, gets the derivative by x, which for the first
    // layer nobody asks for.
    template <class Loss, class X, class Step, class DX = std::nullptr_t>
    constexpr scalar learn(Loss const& loss, X const& x,
                           typename Network::output_type const& target, Step const& step,
                           [[maybe_unused]] DX const& dx = nullptr) {
        output v, y, dv;
        view<output> const v_view(v), y_view(y), dv_view(dv);
        layer.forward(x, v_view);
        activate::forward(v_view, y_view);
        scalar value;
        if constexpr (!is_last) {
            output dy;
            view<output> const dy_view(dy);
            value = rest.learn(loss, y_view, target, step.next(), dy_view);
            activate::backward(v_view, y_view, dy_view, dv_view);
        } else if constexpr (concepts::loss_fused_with<Loss, activation, scalar,
                                                       here::output_size>) {
            value = loss.value(activation{}, v, y, target);
            dv = loss.derivative(activation{}, v, y, target);
            step.scale(dv);
        } else {
            value = loss.value(y, target);
            output dy = loss.derivative(y, target);
            activate::backward(v_view, y_view, view<output>(dy), dv_view);
            step.scale(dv);
        }
        if constexpr (Index > 0)
            layer.backward(x, dv_view, dx);
        step.apply(layer, x, dv_view);
        return value;
    }

    constexpr void subtract_scaled(scalar a, network_form const& gradient) {
        layer.subtract_scaled(a, gradient.layer);
        rest.subtract_scaled(a, gradient.rest);
    }
};

template <class Network, std::size_t Index>
    requires(Index == Network::depth)
struct network_form<Network, Index> {
    constexpr network_form() = default;
    constexpr explicit network_form(Network const&) {}
    constexpr void store(Network&) const {}
    constexpr void subtract_scaled(typename Network::scalar, network_form const&) {}
};

// One sample, one step: parameters -= rate * gradient.
template <class Scalar>
struct descend_step {
    Scalar rate;

    constexpr descend_step const& next() const { return *this; }
    template <class Derivative>
    constexpr void scale(Derivative&) const {}
    template <class Layer, class Input, class Derivative>
    constexpr void apply(Layer& layer, Input const& x, Derivative const& dv) const {
        layer.descend(rate, x, dv);
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
    template <class Derivative>
    constexpr void scale(Derivative& dv) const {
        for (Scalar& derivative : dv)
            derivative *= weight;
    }
    template <class Layer, class Input, class Derivative>
    constexpr void apply(Layer& layer, Input const& x, Derivative const& dv) const {
        layer.accumulate(x, dv, gradient.layer);
    }
};

} // namespace ctnn::compiler
