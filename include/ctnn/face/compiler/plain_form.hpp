#pragma once

#include <ctnn/placed/detail/update_layer.hpp>

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

    // `kept` is the record of a layer that keeps one. For any other it is nothing, or detail::no_record.
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
    template <class Rule, class X, class Kept, class DV, class... Memory>
    constexpr void update(Rule const& rule, X const& x, Kept const& kept, DV const& dv,
                          Memory&... memory) {
        if constexpr (Stage::has_parameters)
            ctnn::detail::update_layer<Stage>(rule, x.array, kept, dv.array, parameters_,
                                              memory.parameters_...);
    }
    template <class X, class Kept, class DV>
    constexpr void accumulate(X const& x, [[maybe_unused]] Kept const& kept, DV const& dv,
                              plain_form& gradient) const {
        if constexpr (!Stage::has_parameters)
            return;
        else if constexpr (Stage::keeps_a_record)
            Stage::bound::accumulate_gradient(parameters_, x.array, kept, dv.array,
                                              gradient.parameters_);
        else
            Stage::bound::accumulate_gradient(parameters_, x.array, dv.array, gradient.parameters_);
    }
    template <class Rule, class... Memory>
    constexpr void update_by(Rule const& rule, plain_form const& gradient, Memory&... memory) {
        if constexpr (Stage::has_parameters)
            ctnn::detail::update_parameters(rule, gradient.parameters_, parameters_,
                                            memory.parameters_...);
    }

private:
    parameters parameters_{};
};

} // namespace ctnn::compiler
