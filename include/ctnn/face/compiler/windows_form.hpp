#pragma once

#include <cstddef>
#include <ctnn/face/compiler/dense_form.hpp>
#include <ctnn/kernel/wide_rows.hpp>
#include <ctnn/tensor/detail/windows_inside.hpp>
#include <type_traits>

namespace ctnn::compiler {

// The parameters of an affine layer of many windows in the form that the compiler trains fastest: those of
// its dense layer, which takes one window after the other.
template <class Scalar, class Windows, std::size_t Channels, bool Backward>
class windows_form {
public:
    static constexpr bool takes_arrays = false;

    constexpr windows_form() = default;
    template <class Parameters>
    constexpr explicit windows_form(Parameters const& p) : each_(p) {}

    template <class Parameters>
    constexpr void store(Parameters& p) const {
        each_.store(p);
    }

    template <class X, class V>
    constexpr void forward(X const& x, V&& v) const {
        Scalar window[Windows::size]{};
        for (std::size_t w = 0; w < Windows::count; ++w) {
            place const to{v.data + w * Channels};
            if (reads_in_place && is_inside(w)) {
                each_.template forward<in_place>(numbers{of(x) + inside::begin.first[w]}, to);
            } else {
                gather(of(x), w, +window);
                each_.forward(numbers{+window}, to);
            }
        }
    }
    template <class X, class DV, class DX>
    constexpr void backward(X const&, DV const& dv, DX&& dx) const {
        Scalar* const to = dx.data;
        for (std::size_t i = 0; i < Windows::input_size; ++i)
            to[i] = Scalar(0);
        Scalar window[Windows::size]{};
        for (std::size_t w = 0; w < Windows::count; ++w) {
            each_.backward(nobody{}, numbers{of(dv) + w * Channels}, place{+window});
            if (is_inside(w))
                inside::scatter_add(+window, to + inside::begin.first[w]);
            else
                Windows::scatter_add(+window, w, to);
        }
    }

    // The rule's step (kernel/descent.hpp).
    template <class Rule, class X, class Kept, class DV, class... Memory>
    constexpr void update(Rule const& rule, X const& x, Kept const&, DV const& dv,
                          Memory&... memory) {
        dense sum{};
        add_up(x, dv, sum);
        each_.update_by(rule, sum, memory.each_...);
    }
    template <class X, class Kept, class DV>
    constexpr void accumulate(X const& x, Kept const&, DV const& dv, windows_form& gradient) const {
        dense sum{};
        add_up(x, dv, sum);
        gradient.each_.update_by(kernel::descent<Scalar>{Scalar(-1)}, sum);
    }
    template <class Rule, class... Memory>
    constexpr void update_by(Rule const& rule, windows_form const& gradient, Memory&... memory) {
        each_.update_by(rule, gradient.each_, memory.each_...);
    }

private:
    using dense = dense_form<Scalar, Windows::size, Channels, Backward>;
    struct numbers {
        Scalar const* data;
    };
    struct place {
        Scalar* data;
    };
    struct nobody {};

    template <class X>
    static constexpr Scalar const* of(X const& x) {
        return x.data;
    }

    template <class X, class DV>
    constexpr void add_up(X const& x, DV const& dv, dense& sum) const {
        Scalar window[Windows::size]{};
        for (std::size_t w = 0; w < Windows::count; ++w) {
            numbers const derivative{of(dv) + w * Channels};
            if (reads_in_place && is_inside(w)) {
                each_.template accumulate<in_place>(numbers{of(x) + inside::begin.first[w]},
                                                    nobody{}, derivative, sum);
            } else {
                gather(of(x), w, +window);
                each_.accumulate(numbers{+window}, nobody{}, derivative, sum);
            }
        }
    }

    static constexpr void gather(Scalar const* x, std::size_t w, Scalar* window) {
        if (is_inside(w))
            inside::gather(x + inside::begin.first[w], window);
        else
            Windows::gather(x, w, window);
    }

    using inside = tensor::windows_inside<Windows>;
    static constexpr bool is_inside(std::size_t w) {
        return inside::begin.first[w] != inside::outside;
    }
    // Small windows are not copied, unless the transposed weights need the copy.
    static constexpr bool reads_in_place =
        inside::has_tables && Windows::size < kernel::unrolled_row_count && !dense::transposes;
    using in_place = std::conditional_t<reads_in_place, inside, kernel::in_a_row>;

    dense each_{};
};

} // namespace ctnn::compiler
