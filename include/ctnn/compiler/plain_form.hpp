#pragma once

#include <ctnn/detail/descend_layer.hpp>
#include <type_traits>

namespace ctnn::compiler {

// A layer as it is: what a layer that names no form of its own is trained in by the compiler.
template <class Stage>
class plain_form {
public:
    using parameters = typename Stage::parameters;
    using scalar = typename Stage::scalar;
    using input = typename Stage::input;
    using output = typename Stage::output;

    constexpr plain_form() = default;
    constexpr explicit plain_form(parameters const& p) : parameters_{p} {}
    constexpr void store(parameters& p) const { p = parameters_; }

    constexpr void forward(input const& x, output& v) const {
        v = Stage::bound::forward(parameters_, x);
    }
    constexpr void backward(input const& x, output const& dv, input& dx) const {
        dx = Stage::bound::backward(parameters_, x, dv);
    }
    constexpr void descend(scalar rate, input const& x, output const& dv) {
        if constexpr (Stage::has_parameters)
            ctnn::detail::descend_layer<Stage>(parameters_, x, dv, rate);
    }
    constexpr void accumulate(input const& x, output const& dv, plain_form& gradient) const {
        if constexpr (Stage::has_parameters)
            Stage::bound::accumulate_gradient(parameters_, x, dv, gradient.parameters_);
    }
    constexpr void subtract_scaled(scalar a, plain_form const& gradient) {
        if constexpr (Stage::has_parameters)
            ctnn::detail::subtract_scaled_parameters(a, gradient.parameters_, parameters_);
    }

private:
    parameters parameters_{};
};

} // namespace ctnn::compiler
