#pragma once

#include <ctnn/concept/customization.hpp>
#include <ctnn/kernel/subtract_scaled.hpp>
#include <ctnn/tensor/detail/members.hpp>

namespace ctnn::detail {

// to -= a * from, for all arrays of one layer's parameters.
template <class Scalar, class Parameters>
constexpr void subtract_scaled_parameters(Scalar a, Parameters const& from, Parameters& to) {
    for_each_block(
        [a](auto into, auto block) {
            kernel::subtract_scaled<decltype(into)::size>(a, block.data, into.data);
        },
        to, from);
}

// Subtracts rate times the derivatives from the parameters of one layer: with the layer's own
// `descend` if it has one, else by way of a gradient. `kept` is the record of a layer that keeps one.
template <class Stage, class... Kept>
constexpr void descend_layer(typename Stage::parameters& p, typename Stage::input const& x,
                             typename Stage::output const& dv, typename Stage::scalar rate,
                             Kept const&... kept) {
    using bound = typename Stage::bound;
    if constexpr (sizeof...(Kept) == 0 &&
                  customization::descends<bound, typename Stage::parameters, typename Stage::input,
                                          typename Stage::output, typename Stage::scalar>) {
        bound::descend(p, x, dv, rate);
    } else {
        typename Stage::parameters gradient{};
        bound::accumulate_gradient(p, x, kept..., dv, gradient);
        subtract_scaled_parameters(rate, gradient, p);
    }
}

} // namespace ctnn::detail
