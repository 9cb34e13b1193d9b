#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/affine_lanes.hpp>
#include <ctnn/kernel/affine_lanes_along.hpp>
#include <ctnn/kernel/dot_rows.hpp>
#include <ctnn/kernel/group_rows.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/transform.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/placed/detail/update_layer.hpp>
#include <ctnn/placed/padded_rows.hpp>
#include <ctnn/tensor/detail/add_blocks.hpp>
#include <ctnn/tensor/detail/groups_of.hpp>
#include <ctnn/tensor/matrix.hpp>
#include <type_traits>

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

template <concepts::scalar Scalar, class Windows, std::size_t Channels>
struct affine;

// The affine layer (affine.hpp) whose windows have Windows::groups blocks of weights, which they take in turn. A round of
// windows goes through at once, with the outputs side by side: output c adds up the products of its own column of weights
// and of its group's numbers. Each sum has the order of kernel::affine with one block.
template <concepts::scalar Scalar, class Windows, std::size_t Channels>
    requires(tensor::groups_of<Windows> > 1)
struct affine<Scalar, Windows, Channels> {
    using windows = Windows;
    static constexpr std::size_t channels = Channels;
    static constexpr std::size_t columns = Windows::groups * Channels;
    static constexpr std::size_t rounds = Windows::count / Windows::groups;
    static constexpr std::size_t multiply_adds = Windows::count * Windows::size * Channels;
    using output_shape = typename Windows::template output_shape<Channels>;
    using input_type = std::array<Scalar, Windows::input_size>;
    using output_type = std::array<Scalar, output_shape::size>;

    struct parameters {
        matrix<Scalar, Windows::size, columns> weights{};
        std::array<Scalar, columns> biases{};

        friend constexpr bool operator==(parameters const&, parameters const&) = default;
    };

private:
    // Numbers of a place that a group has.
    static constexpr std::size_t of_group = Windows::size / Windows::places;
    using rows = kernel::group_rows<Scalar, Windows::places, of_group, Windows::groups, Channels>;

    struct rows_of_round : rows {
        constexpr rows_of_round(input_type const& x, std::size_t round) {
            Windows::for_each_run(round * Windows::groups,
                                  [&](std::size_t into, std::size_t from, std::size_t) {
                                      this->set(into / of_group, x.data() + from);
                                  });
        }
    };

    // Whether rows of windows go through at once: where the channels are lanes, of an image or of a sequence.
    static constexpr bool goes_in_rows = [] {
        if constexpr (rows::is_direct && kernel::vectorizable<Scalar> &&
                      requires { Windows::grid::rank; })
            return Windows::grid::rank <= 2 && Windows::size <= 32;
        else
            return false;
    }();

    static void forward_in_rows(parameters const& p, input_type const& x, output_type& v) {
        using grid = typename Windows::grid;
        using padded = padded_rows<Scalar, grid>;
        using row =
            kernel::window_row<padded::rows, grid::last.kernel, grid::last.dilation * columns,
                               grid::last.stride * columns, columns>;
        padded of_input(x.data());
        Scalar const* begins[padded::rows];
        for (std::size_t w = 0; w < padded::count; ++w) {
            of_input.find(w, +begins);
            kernel::affine_lanes_along<row, grid::last.count>(
                +begins, p.weights.values.data(), p.biases.data(),
                v.data() + w * grid::last.count * columns);
        }
    }

public:
    // The rows of a round, and where they are.
    static constexpr std::size_t working_scalars = rows::capacity + Windows::size;

    static constexpr void forward_into(parameters const& p, input_type const& x, output_type& v) {
        if constexpr (goes_in_rows)
            if (!std::is_constant_evaluated())
                return forward_in_rows(p, x, v);
        for (std::size_t w = 0; w < rounds; ++w) {
            rows_of_round const of_round(x, w);
            kernel::affine_lanes<Windows::size, columns, Channels>(
                +of_round.rows, p.weights.values.data(), p.biases.data(), v.data() + w * columns);
        }
    }
    static constexpr output_type forward(parameters const& p, input_type const& x) {
        output_type v;
        forward_into(p, x, v);
        return v;
    }

    static constexpr input_type backward(parameters const& p, input_type const&,
                                         output_type const& dv) {
        input_type dx{};
        Scalar const* const weights = p.weights.values.data();
        for (std::size_t w = 0; w < rounds; ++w) {
            Scalar const* const of_round = dv.data() + w * columns;
            Windows::for_each_run(w * Windows::groups, [&](std::size_t into, std::size_t from,
                                                           std::size_t) {
                if constexpr (rows::is_direct)
                    kernel::transform<columns>(
                        [](auto const& sum, auto const& a, auto const& b) { return sum + a * b; },
                        dx.data() + from, dx.data() + from, weights + into * columns, of_round);
                else
                    add_group(weights + into * columns, of_round, dx.data() + from);
            });
        }
        return dx;
    }

    static constexpr void accumulate_gradient(parameters const&, input_type const& x,
                                              output_type const& dv, parameters& gradient) {
        detail::add_blocks(summed_up(x, dv), gradient);
    }

    template <class Rule, class... Memory>
    static constexpr void update(Rule const& rule, input_type const& x, output_type const& dv,
                                 parameters& p, Memory&... memory) {
        detail::update_parameters(rule, summed_up(x, dv), p, memory...);
    }

    template <class Draw>
    static constexpr void initialize(parameters& p, Draw&& draw) {
        for (Scalar& weight : p.weights.values)
            weight = draw(Windows::size, Windows::places * Channels);
    }

private:
    // To the numbers of a place, whose first row of weights is given.
    static constexpr void add_group(Scalar const* weights, Scalar const* dv, Scalar* dx) {
        for (std::size_t g = 0; g < Windows::groups; ++g)
            for (std::size_t i = 0; i < of_group; ++i) {
                Scalar sum;
                kernel::dot_rows<1, Channels>(weights + i * columns + g * Channels,
                                              dv + g * Channels, &sum);
                dx[g * of_group + i] += sum;
            }
    }

    static constexpr parameters summed_up(input_type const& x, output_type const& dv) {
        parameters sum{};
        for (std::size_t w = 0; w < rounds; ++w) {
            rows_of_round const of_round(x, w);
            Scalar const* const d = dv.data() + w * columns;
            for (std::size_t k = 0; k < Windows::size; ++k) {
                Scalar* const row = sum.weights.values.data() + k * columns;
                kernel::transform<columns>(
                    [](auto const& total, auto const& a, auto const& b) {
                        return kernel::multiply_add(a, b, total);
                    },
                    row, row, of_round.rows[k], d);
            }
            for (std::size_t c = 0; c < columns; ++c)
                sum.biases[c] += d[c];
        }
        return sum;
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::placed
