#pragma once

#include <ctnn/placed/descend_layer.hpp>

namespace ctnn::compiler {

// A layer as it is: what a layer that names no form of its own is trained in by the compiler.
template <class Stage>
class plain_form {
public:
    using parameters = typename Stage::parameters;
    using scalar = typename Stage::scalar;
    static constexpr bool takes_arrays = true;

    constexpr plain_form() = default;
    constexpr explicit plain_form(parameters const& p) : parameters_{p} {}
    constexpr void store(parameters& p) const { p = parameters_; }

    // `kept` is the record of a layer that keeps one, and nothing for any other.
    template <class X, class V, class... Kept>
    constexpr void forward(X const& x, V&& v, Kept&... kept) const {
        v.array = Stage::bound::forward(parameters_, x.array, kept...);
    }
    template <class X, class DV, class Kept>
    constexpr void unwind(X const& x, DV const& dv, Kept& kept) const {
        Stage::bound::unwind(parameters_, x.array, kept, dv.array);
    }
    template <class X, class DV, class DX, class... Kept>
    constexpr void backward(X const& x, DV const& dv, DX&& dx, Kept const&... kept) const {
        dx.array = Stage::bound::backward(parameters_, x.array, kept..., dv.array);
    }
    template <class X, class DV, class... Kept>
    constexpr void descend(scalar rate, X const& x, DV const& dv, Kept const&... kept) {
        if constexpr (Stage::has_parameters)
            ctnn::detail::descend_layer<Stage>(parameters_, x.array, dv.array, rate, kept...);
    }
    template <class X, class DV, class... Kept>
    constexpr void accumulate(X const& x, DV const& dv, plain_form& gradient,
                              Kept const&... kept) const {
        if constexpr (Stage::has_parameters)
            Stage::bound::accumulate_gradient(parameters_, x.array, kept..., dv.array,
                                              gradient.parameters_);
    }
    constexpr void subtract_scaled(scalar a, plain_form const& gradient) {
        if constexpr (Stage::has_parameters)
            ctnn::detail::subtract_scaled_parameters(a, gradient.parameters_, parameters_);
    }

private:
    parameters parameters_{};
};

} // namespace ctnn::compiler
