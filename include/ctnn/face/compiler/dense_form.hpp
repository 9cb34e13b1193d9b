#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/kernel/affine.hpp>
#include <ctnn/kernel/descent.hpp>
#include <ctnn/kernel/wide_rows.hpp>
#include <limits>
#include <type_traits>
#include <utility>

namespace ctnn::compiler {

// The parameters of a dense layer in the form that the compiler trains fastest: rows of the
// weights as wide vectors, and, where a derivative by the input is asked for, those of the
// transposed weights too, so that both passes add whole rows. The bits are those of kernel/.
template <class Scalar, std::size_t Inputs, std::size_t Outputs, bool Backward>
class dense_form {
public:
    static constexpr bool takes_arrays = false;
    // To keep the transposed weights costs what a row does, for each output and each sample.
    static constexpr bool transposes = Backward && Outputs > 3;

    constexpr dense_form() = default;
    template <class Parameters>
    constexpr explicit dense_form(Parameters const& p) {
        Scalar const* const w = p.weights.values.data();
        if (may_skip(w, Inputs * Outputs) && may_skip(p.biases.data(), Outputs))
            skipped_ = Scalar(0);
        weights_.load(w, Outputs);
        weights_.load_biases(p.biases.data());
        if constexpr (transposes)
            transposed_.load(w, 1, Outputs);
    }

    template <class Parameters>
    constexpr void store(Parameters& p) const {
        weights_.store(p.weights.values.data(), Outputs);
        weights_.store_biases(p.biases.data());
    }

    // Here and below, x, v, dv and dx have a member `data`, as a view or a row.
    template <class Places = kernel::in_a_row, class X, class V>
    constexpr void forward(X const& x, V&& v) const {
        weights_.template affine<kernel::detail::chains<Inputs, Outputs>, Places>(skipped_, x.data,
                                                                                  v.data);
    }
    template <class X, class DV, class DX>
    constexpr void backward(X const&, DV const& dv, DX&& dx) const {
        if constexpr (transposes)
            transposed_.sum_scaled(dv.data, dx.data);
        else
            weights_.dot_rows(dv.data, dx.data);
    }

    // The rule's step (kernel/descent.hpp). What it remembers has the same form as the parameters.
    template <class Rule, class X, class Kept, class DV, class... Memory>
    constexpr void update(Rule const& rule, X const& x, Kept const&, DV const& dv,
                          Memory&... memory) {
        if constexpr (kernel::is_descent<Rule>) {
            weights_.subtract_outer(skipped_, rule.rate, x.data, dv.data);
            if constexpr (transposes)
                transposed_.subtract_outer(skipped_, rule.rate, dv.data, x.data);
        } else {
            weights_.update_outer(rule, x.data, dv.data, memory.weights_...);
            if constexpr (transposes)
                transposed_.update_outer(rule, dv.data, x.data, memory.transposed_...);
        }
    }
    template <class Places = kernel::in_a_row, class X, class Kept, class DV>
    constexpr void accumulate(X const& x, Kept const&, DV const& dv, dense_form& gradient) const {
        gradient.weights_.template add_outer<Places>(skipped_, x.data, dv.data);
        if constexpr (transposes)
            gradient.transposed_.add_outer(skipped_, dv.data, x.data);
    }
    template <class Rule, class... Memory>
    constexpr void update_by(Rule const& rule, dense_form const& gradient, Memory&... memory) {
        weights_.update_by(rule, gradient.weights_, memory.weights_...);
        if constexpr (transposes)
            transposed_.update_by(rule, gradient.transposed_, memory.transposed_...);
    }

private:
    // A product with zero changes nothing that it is added to, but for two things: a weight that is
    // not finite makes it a NaN, and minus zero can become plus zero. Arithmetic never makes a minus
    // zero in a parameter or in a sum that holds none, so it is enough to look once.
    static constexpr bool may_skip(Scalar const* p, std::size_t size) {
        for (; size >= 64; size -= 64, p += 64)
            if (!unrolled_skips<std::make_index_sequence<64>>::all(p))
                return false;
        for (std::size_t i = 0; i < size; ++i)
            if (!unrolled_skips<std::index_sequence<0>>::all(p + i))
                return false;
        return true;
    }

    template <class Indices>
    struct unrolled_skips;
    template <std::size_t... Index>
    struct unrolled_skips<std::index_sequence<Index...>> {
        using bits = std::conditional_t<sizeof(Scalar) == 4, std::uint32_t, std::uint64_t>;
        static constexpr bool all(Scalar const* p) {
            return (... && (p[Index] != 0 ? __builtin_isfinite(p[Index])
                                          : __builtin_bit_cast(bits, p[Index]) == bits{0}));
        }
    };

    kernel::wide_rows<Scalar, Inputs, Outputs> weights_{};
    kernel::wide_rows<Scalar, transposes ? Outputs : 0, transposes ? Inputs : 0> transposed_{};
    // An input that is this is skipped: 0, or a NaN, which nothing equals.
    Scalar skipped_ = std::numeric_limits<Scalar>::quiet_NaN();
};

} // namespace ctnn::compiler
