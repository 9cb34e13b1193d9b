#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/adds_branches.hpp>
#include <ctnn/placed/branch.hpp>
#include <ctnn/placed/branch_parameters.hpp>
#include <ctnn/placed/branch_states.hpp>
#include <ctnn/placed/composite_diagnosis.hpp>
#include <ctnn/placed/detail/stage.hpp>
#include <ctnn/placed/forward.hpp>
#include <ctnn/placed/forward_from.hpp>
#include <ctnn/placed/shortcut.hpp>
#include <ctnn/placed/sum.hpp>
#include <ctnn/placed/unwind.hpp>
#include <type_traits>
#include <utility>

// A layer that is made of layers: its input goes through each branch, and a join combines the branches' outputs into
// one. Everything else follows from these two.
//
// A branch is `branch<Layers...>`, or `shortcut`, the input itself. A join is a template over the branches' output
// shapes:
//
//   output_shape               the shape of the output
//   joined(y...)               the output, from the branches' outputs, arrays of any kind of number
//   place<K>(i)                if outputs are sums of the branches' numbers: the output that number i of branch K
//                              goes into, or nowhere; otherwise
//   derivative<K>(dv, y...)    the derivative by the output of branch K, from that by the layer's output
//   multiplies = true           optional: outputs are products of the branches' numbers, number by number, from the first
//                              branch on (placed/product.hpp)
//   diagnosis<At>              optional: what is wrong with the shapes, or error::none

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

template <class Scalar, class Shape, template <class...> class Join, class Indices,
          class... Branches>
struct composite_bound;

template <class Scalar, class Shape, template <class...> class Join, std::size_t... Index,
          class... Branches>
struct composite_bound<Scalar, Shape, Join, std::index_sequence<Index...>, Branches...>
    : states_of_branches<typename Branches::template on<Scalar, Shape>...> {
    static constexpr std::size_t branch_count = sizeof...(Branches);
    using join = Join<typename Branches::template on<Scalar, Shape>::output_shape...>;

    // A network, which for a shortcut has no layers.
    template <std::size_t K>
    using branch = typename decltype(ctnn::detail::pick<K>(
        std::declval<
            ctnn::detail::indexed_pack<std::index_sequence<Index...>,
                                       typename Branches::template on<Scalar, Shape>...>>()))::type;

    using output_shape = typename join::output_shape;
    using input = std::array<Scalar, Shape::size>;
    using output = std::array<Scalar, output_shape::size>;

    // If only one branch has layers, these are its network.
    using parameters = typename parameters_of_branches<Scalar, Shape, Branches...>::type;

    template <std::size_t K, class Parameters>
    static constexpr decltype(auto) part(Parameters& p) {
        if constexpr (branch<K>::depth == 0)
            return branch<K>{};
        else if constexpr (std::is_same_v<parameters, branch<K>>)
            return (p);
        else
            return p.template layer<K>();
    }

    template <std::size_t K>
    struct branch_record {
        typename branch<K>::records layers;
    };
    struct record : branch_record<Index>... {
        input dx;
    };

    template <std::size_t K>
    static constexpr auto const& records_of(record const& r) {
        return r.branch_record<K>::layers;
    }

    // (Flattened, because g++ would not inline the loops over windows into it.)
    [[gnu::flatten]] static constexpr output forward(parameters const& p, input const& x) {
        return forward_from<0>(p, x);
    }
    static constexpr output forward(parameters const& p, input const& x, record& r) {
        (record_branch<Index>(p, x, r), ...);
        return join::joined(output_of_branch<Index>(x, r)...);
    }
    static constexpr void unwind(parameters const& p, input const& x, record& r, output const& dv) {
        r.dx = unwind_from<0>(p, x, r, dv);
    }
    static constexpr input backward(parameters const&, input const&, record const& r,
                                    output const&) {
        return r.dx;
    }
    static constexpr void accumulate_gradient(parameters const& p, input const& x, record const& r,
                                              output const&, parameters& gradient) {
        (accumulate_branch<Index>(p, x, r, gradient), ...);
    }

    // If layers inside remember something (branch_states.hpp).
    template <class State>
    static constexpr output step(parameters const& p, State& all, input const& x) {
        return step_from<0>(p, all, x);
    }
    template <class State>
    static constexpr output step(parameters const& p, State& all, input const& x, record& r) {
        (record_branch_from<Index>(p, all, x, r), ...);
        return join::joined(output_of_branch<Index>(x, r)...);
    }

private:
    // (In sequence, because the arguments of a call may be evaluated in any order.)
    template <std::size_t K, class... Outputs>
    [[gnu::always_inline]] static constexpr output forward_from(parameters const& p, input const& x,
                                                                Outputs const&... before) {
        if constexpr (K == branch_count)
            return join::joined(before...);
        else if constexpr (branch<K>::depth == 0)
            return forward_from<K + 1>(p, x, before..., x);
        else
            return forward_from<K + 1>(p, x, before..., part<K>(p)(x));
    }

    template <std::size_t K, class State, class... Outputs>
    static constexpr output step_from(parameters const& p, State& all, input const& x,
                                      Outputs const&... before) {
        if constexpr (K == branch_count)
            return join::joined(before...);
        else if constexpr (branch<K>::depth == 0)
            return step_from<K + 1>(p, all, x, before..., x);
        else
            return step_from<K + 1>(
                p, all, x, before...,
                part<K>(p).step(composite_bound::template states_of<K>(all), x));
    }

    template <std::size_t K>
    [[gnu::always_inline]] static constexpr void record_branch(parameters const& p, input const& x,
                                                               record& r) {
        if constexpr (branch<K>::depth > 0)
            placed::forward<branch<K>>(part<K>(p), x, r.branch_record<K>::layers);
    }
    template <std::size_t K, class State>
    static constexpr void record_branch_from(parameters const& p, State& all, input const& x,
                                             record& r) {
        if constexpr (branch<K>::depth > 0)
            placed::forward_from(part<K>(p), composite_bound::template states_of<K>(all), x,
                                 r.branch_record<K>::layers);
    }
    template <std::size_t K>
    [[gnu::always_inline]] static constexpr auto const& output_of_branch(input const& x,
                                                                         record const& r) {
        if constexpr (branch<K>::depth > 0)
            return output_of<branch<K>>(r.branch_record<K>::layers);
        else
            return x;
    }

    // The derivatives by the input, added up from the first branch on.
    template <std::size_t K, class... Derivatives>
    [[gnu::always_inline]] static constexpr input unwind_from(parameters const& p, input const& x,
                                                              record& r, output const& dv,
                                                              Derivatives const&... before) {
        if constexpr (K == branch_count) {
            return sum<Shape>::joined(before...);
        } else {
            auto const& dy = derivative_by_branch<K>(x, r, dv);
            if constexpr (branch<K>::depth == 0)
                return unwind_from<K + 1>(p, x, r, dv, before..., dy);
            else
                return unwind_from<K + 1>(
                    p, x, r, dv, before...,
                    placed::unwind<branch<K>>(part<K>(p), x, r.branch_record<K>::layers, dy));
        }
    }
    template <std::size_t K>
    [[gnu::always_inline]] static constexpr decltype(auto)
    derivative_by_branch([[maybe_unused]] input const& x, [[maybe_unused]] record const& r,
                         output const& dv) {
        if constexpr (requires {
                          join::template derivative<K>(dv, output_of_branch<Index>(x, r)...);
                      }) {
            return join::template derivative<K>(dv, output_of_branch<Index>(x, r)...);
        } else {
            std::array<Scalar, branch<K>::output_shape::size> dy{};
            for (std::size_t i = 0; i < dy.size(); ++i)
                if (std::size_t const j = join::template place<K>(i); j != nowhere)
                    dy[i] = dv[j];
            return dy;
        }
    }

    template <std::size_t K>
    [[gnu::always_inline]] static constexpr void
    accumulate_branch(parameters const& p, input const& x, record const& r, parameters& gradient) {
        if constexpr (branch<K>::parameter_count > 0)
            placed::accumulate_unwound<branch<K>>(part<K>(p), x, r.branch_record<K>::layers,
                                                  part<K>(gradient));
    }
};

template <template <class...> class Join, class... Branches>
struct composite {
    template <class At, class Scalar, class Shape>
    using diagnosis = decltype(composite_diagnosis<At, Scalar, Shape, Join, Branches...>());

    template <concepts::scalar Scalar, class Shape>
    using bound =
        composite_bound<Scalar, Shape, Join, std::index_sequence_for<Branches...>, Branches...>;
};

CTNN_ARITHMETIC_END
} // namespace ctnn::placed

#include <ctnn/config/epilogue.hpp>
