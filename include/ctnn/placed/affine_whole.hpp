#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/add_outer.hpp>
#include <ctnn/kernel/affine.hpp>
#include <ctnn/kernel/dot_rows.hpp>
#include <ctnn/kernel/update_each.hpp>
#include <ctnn/kernel/update_outer.hpp>
#include <ctnn/kernel/update_outer_affine.hpp>
#include <ctnn/tensor/matrix.hpp>

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

template <concepts::scalar Scalar, class Windows, std::size_t Channels>
struct affine;

// The affine layer (affine.hpp) whose one window is the whole input: a dense layer, whatever its name. It copies no
// window, and needs no separate sum for the gradient.
template <concepts::scalar Scalar, class Windows, std::size_t Channels>
requires Windows::is_whole struct affine<Scalar, Windows, Channels> {
    using windows = Windows;
    static constexpr std::size_t channels = Channels;
    static constexpr std::size_t size = Windows::size, output_size = Channels;
    static constexpr std::size_t multiply_adds = size * Channels;
    using output_shape = typename Windows::template output_shape<Channels>;
    using input_type = std::array<Scalar, size>;
    using output_type = std::array<Scalar, Channels>;

    struct parameters {
        matrix<Scalar, size, Channels> weights{};
        std::array<Scalar, Channels> biases{};

        friend constexpr bool operator==(parameters const&, parameters const&) = default;
    };

    static constexpr output_type forward(parameters const& p, input_type const& x) {
        output_type v;
        kernel::affine<size, Channels>(x.data(), p.weights.values.data(), p.biases.data(),
                                       v.data());
        return v;
    }
    static constexpr void forward_into(parameters const& p, input_type const& x, output_type& v) {
        kernel::affine<size, Channels>(x.data(), p.weights.values.data(), p.biases.data(),
                                       v.data());
    }

    static constexpr input_type backward(parameters const& p, input_type const&,
                                         output_type const& dv) {
        input_type dx;
        kernel::dot_rows<size, Channels>(p.weights.values.data(), dv.data(), dx.data());
        return dx;
    }

    static constexpr void accumulate_gradient(parameters const&, input_type const& x,
                                              output_type const& dv, parameters& gradient) {
        kernel::add_outer<size, Channels>(x.data(), dv.data(), gradient.weights.values.data());
        for (std::size_t j = 0; j < Channels; ++j)
            gradient.biases[j] += dv[j];
    }

    // In one pass, and without a gradient in memory.
    template <class Rule, class... Memory>
    static constexpr void update(Rule const& rule, input_type const& x, output_type const& dv,
                                 parameters& p, Memory&... memory) {
        kernel::update_outer<size, Channels>(rule, x.data(), dv.data(), p.weights.values.data(),
                                             memory.weights.values.data()...);
        update_biases(rule, dv, p, memory...);
    }

    // The step for an earlier input, and then forward(p, x). A layer that is larger than a cache is
    // read only once for both.
    template <class Rule, class... Memory>
    static output_type update_and_forward(Rule const& rule, input_type const& before,
                                          output_type const& dv, input_type const& x, parameters& p,
                                          Memory&... memory) requires kernel::vectorizable<Scalar> {
        output_type v;
        update_biases(rule, dv, p, memory...);
        kernel::update_outer_affine<size, Channels>(
            rule, before.data(), dv.data(), x.data(), p.biases.data(), v.data(),
            p.weights.values.data(), memory.weights.values.data()...);
        return v;
    }

    template <class Draw>
    static constexpr void initialize(parameters& p, Draw&& draw) {
        for (Scalar& weight : p.weights.values)
            weight = draw(size, Windows::places * Channels);
    }

private:
    template <class Rule, class... Memory>
    static constexpr void update_biases(Rule const& rule, output_type const& dv, parameters& p,
                                        Memory&... memory) {
        kernel::update_each<Channels>(rule, dv.data(), p.biases.data(), memory.biases.data()...);
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::placed
