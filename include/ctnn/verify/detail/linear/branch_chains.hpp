#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/placed/adds_branches.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/detail/linear/functionals.hpp>
#include <ctnn/verify/detail/linear/input_chain.hpp>
#include <ctnn/verify/detail/linear/lines.hpp>
#include <ctnn/verify/detail/linear/machine_functionals.hpp>
#include <ctnn/verify/detail/linear/opaque_layer.hpp>
#include <ctnn/verify/detail/linear/product_planes.hpp>
#include <ctnn/verify/detail/linear/refined.hpp>
#include <ctnn/verify/detail/linear/rounding_errors.hpp>
#include <type_traits>
#include <utility>

// A layer of branches: a chain of layers for each, over the box of the layer's inputs. A function of the layer's outputs
// goes back through each branch, and its coefficients for the inputs are added up. (A neuron in a branch has no number
// among those before activations: it is in no phase, and is not split.)
//
// If branches are added up, the layer's own magnitude S is the sum of the branches' largest outputs. It covers the
// program's additions. The errors of the sums of coefficients are covered by the room in own_error, that of the first layer
// of each branch, and for a shortcut that of this layer.
//
// If branches are multiplied, functions of the products first become functions of the branches' outputs, between planes
// (product_planes.hpp). S is the product of the branches' largest outputs, once for each branch: the planes' constants may
// be as large.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// Where functions go from the start of a branch: on through the layers before it,
template <class Before, class End>
struct to_numbers {
    Before const& before;
    End end;

    constexpr void operator()(lanes* a, linear_functions& f) const { before.bound(a, f, end); }
    void operator()(double* a, double* next, row_range in, machine_functions const& f) const {
        before.bound(a, next, in, f, end);
    }
};
// or to those of the other branches.
template <std::size_t Size>
struct add_to_lanes {
    lanes* next;

    constexpr void operator()(lanes const* a, linear_functions&) const {
        for (std::size_t h = 0; h < Size; ++h)
            next[h] = next[h] + a[h];
    }
};
struct add_to_rows {
    double* next;

    void operator()(double const* a, double*, row_range in, machine_functions const& f) const {
        for (std::size_t i = in.first * f.width; i < in.end * f.width; ++i)
            next[i] += a[i];
    }
};

// Where a chain begins: after another chain,
template <class Before, class Origin>
struct from_numbers {
    Before const& before;
    Origin const& origin;
    static constexpr bool is_box = false, is_branch = true;
    static constexpr std::size_t widest =
        Before::widest > Origin::widest ? Before::widest : Origin::widest;

    constexpr auto end(double* results) const {
        return to_numbers<Before, decltype(origin.end(results))>{before, origin.end(results)};
    }
};
// or at the box itself.
struct branch_from_box : from_box {
    static constexpr bool is_branch = true;
};
template <class Before, class Origin>
constexpr auto origin_of_branches(Before const& before, Origin const& origin) {
    if constexpr (Origin::is_box && Before::is_box)
        return branch_from_box{};
    else
        return from_numbers<Before, Origin>{before, origin};
}

// The box of the numbers after a chain, or an invalid box if they are not known.
template <class Before>
constexpr auto box_after(Before const& before) {
    using scalar = typename Before::scalar;
    box<scalar, Before::outputs> in{};
    for (std::size_t i = 0; i < Before::outputs; ++i) {
        interval<scalar> const x = outward<scalar>(before.y_low[i], before.y_high[i]);
        in.lower[i] = x.lower, in.upper[i] = x.upper;
    }
    if (!before.known)
        in.lower[0] = scalar(1), in.upper[0] = scalar(0);
    return in;
}

template <class Bound, std::size_t K>
struct branch_chain {
    using network = typename Bound::template branch<K>;
    linear_chain<network, static_cast<int>(network::depth) - 1> layers;
};

// (A layer without branches has none.)
template <class Bound, bool HasBranches>
struct branch_chains {
    static constexpr std::size_t widest = 0;
    template <class Parameters, class Before, class Origin>
    constexpr branch_chains(Parameters const&, Before const&, Origin const&) {}
};

// What a function of the layer's outputs is multiplied by on its way into branch K.
template <class Bound, bool Multiplies = placed::multiplies_branches<Bound>>
struct planes_of {
    static constexpr double slope(std::size_t, std::size_t) { return 1; }
};
template <class Bound>
struct planes_of<Bound, true> {
    product_planes<typename Bound::template branch<0>::scalar, Bound::branch_count,
                   Bound::output_shape::size>
        planes{};

    constexpr double slope(std::size_t k, std::size_t j) const { return planes.slopes[k][j]; }
};

template <class Bound, class Indices>
struct chains_of;
template <class Bound, std::size_t... K>
struct chains_of<Bound, std::index_sequence<K...>> : branch_chain<Bound, K>... {
    template <std::size_t Index>
    using chain_type = decltype(branch_chain<Bound, Index>::layers);
    static constexpr std::size_t widest = widest_of(chain_type<K>::widest...);
    static constexpr std::size_t outputs = Bound::output_shape::size;
    static constexpr bool multiplies = placed::multiplies_branches<Bound>;

    template <class Before, class Origin>
    constexpr chains_of(typename Bound::parameters const& p, Before const& before,
                        Origin const& origin)
        : branch_chain<Bound, K>{chain_type<K>(Bound::template part<K>(p), box_after(before),
                                               refined::bends, nullptr, nullptr,
                                               origin_of_branches(before, origin))}... {}

    // use(K, layers) for each branch; a shortcut's layers are just the box.
    template <class Use>
    constexpr void for_each(Use const& use) const {
        (use(std::integral_constant<std::size_t, K>{}, branch_chain<Bound, K>::layers), ...);
    }
    constexpr bool known() const { return (... && branch_chain<Bound, K>::layers.known); }

    // The ends and the magnitudes of the layer's outputs, from those of the branches' outputs.
    constexpr void join_ends(double* low, double* high, double* most) {
        for_each([&](auto k, auto const& chain) {
            constexpr std::size_t size = std::remove_cvref_t<decltype(chain)>::outputs;
            placed::for_each_number<typename Bound::join, decltype(k)::value, size>(
                [&](std::size_t i, std::size_t j) {
                    double const l = chain.y_low[i], u = chain.y_high[i];
                    if constexpr (multiplies) {
                        planes_.planes.multiply(k, j, l, u, low[j], high[j], most[j]);
                    } else {
                        low[j] += l, high[j] += u;
                        most[j] += magnitude_of(l, u);
                    }
                });
        });
        if constexpr (multiplies)
            for (std::size_t j = 0; j < outputs; ++j)
                most[j] *= static_cast<double>(sizeof...(K));
    }
    // Takes functions of the layer's outputs to its inputs: adds to `next`.
    constexpr void carry([[maybe_unused]] bool const* taken, lanes const* a, linear_functions& f,
                         lanes* next) const {
        if constexpr (multiplies)
            end_functions<outputs>(planes_.planes.low, planes_.planes.high, taken, a, f);
        minimum_rows const* const minimum = f.minimum;
        f.minimum = nullptr;
        (carry_through<K>(a, f, next), ...);
        f.minimum = minimum;
    }
    void carry([[maybe_unused]] rows_taken from, double const* a, row_range in,
               machine_functions const& f, double* next) const {
        if constexpr (multiplies)
            end_functions(planes_.planes.low, planes_.planes.high, from, a, f);
        machine_functions const inside{f.width, f.constant, f.layers, f.others, nullptr, nullptr};
        (carry_through<K>(a, in, inside, next), ...);
    }

private:
    [[no_unique_address]] planes_of<Bound> planes_{};

    template <std::size_t Index>
    constexpr void carry_through(lanes const* a, linear_functions& f, lanes* next) const {
        constexpr std::size_t size = chain_type<Index>::outputs;
        lanes own[size]{};
        placed::for_each_number<typename Bound::join, Index, size>(
            [&](std::size_t i, std::size_t j) {
                if constexpr (multiplies)
                    own[i] = planes_.slope(Index, j) * a[j];
                else
                    own[i] = own[i] + a[j];
            });
        branch_chain<Bound, Index>::layers.bound(
            +own, f, add_to_lanes<branch_chain<Bound, Index>::network::input_size>{next});
    }
    // (kept out of the stack frame of the call that goes on to the layers before)
    template <std::size_t Index>
    [[gnu::noinline]] void carry_through(double const* a, row_range in, machine_functions const& f,
                                         double* next) const {
        using chain = chain_type<Index>;
        constexpr std::size_t size = chain::widest * functionals_of<chain::widest>;
        alignas(chunk) double own[size], other[size];
        row_range within{chain::outputs, 0};
        clear_rows({0, chain::outputs}, f.width, own);
        placed::for_each_number<typename Bound::join, Index, chain::outputs>(
            [&](std::size_t i, std::size_t j) {
                if (j < in.first || j >= in.end)
                    return;
                for (std::size_t k = 0; k < f.width; ++k)
                    own[i * f.width + k] += planes_.slope(Index, j) * a[j * f.width + k];
                within.first = i < within.first ? i : within.first;
                within.end = i < within.end ? within.end : i + 1;
            });
        if (within.first < within.end)
            branch_chain<Bound, Index>::layers.bound(+own, +other, within, f, add_to_rows{next});
    }
};
template <class Bound>
struct branch_chains<Bound, true>
    : chains_of<Bound, std::make_index_sequence<Bound::branch_count>> {
    using chains_of<Bound, std::make_index_sequence<Bound::branch_count>>::chains_of;
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
