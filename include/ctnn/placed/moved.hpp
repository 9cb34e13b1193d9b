#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/placed/adds_branches.hpp>
#include <ctnn/placed/shortcut.hpp>
#include <ctnn/tensor/detail/steps.hpp>

namespace ctnn::placed {

// A layer that moves numbers: each output is one of the inputs, always the same one, or 0. Nothing is computed, so
// nothing is rounded, and every face derives what it does from the map:
//
//   input_shape, output_shape
//   source(j)    the input that output j copies, or `nowhere` if it is 0
//   run          from any multiple of it, that many outputs are consecutive inputs, or all 0
//   repeats      whether an input may go to several outputs
//   pads         whether an output may be 0
//
// For faces that go through branches it is a layer with one branch, its input.
template <concepts::scalar Scalar, class Map>
struct moved {
    using map = Map;
    static constexpr bool only_compares = true;
    static constexpr std::size_t branch_count = 1, multiply_adds = 0, working_scalars = 0;
    template <std::size_t>
    using branch = shortcut::on<Scalar, typename Map::input_shape>;
    using output_shape = typename Map::output_shape;
    using input_type = std::array<Scalar, Map::input_shape::size>;
    using output_type = std::array<Scalar, output_shape::size>;

    struct join : Map {
        template <class Number, std::size_t Size> // also of intervals
        static constexpr auto joined(std::array<Number, Size> const& x) {
            std::array<Number, output_shape::size> v{};
            moved::run(x.data(), v.data());
            return v;
        }
    };

    struct parameters {
        friend constexpr bool operator==(parameters, parameters) = default;
    };
    template <std::size_t>
    static constexpr branch<0> part(parameters) {
        return {};
    }

    // Width numbers for each, side by side; `outside` is what stands for 0.
    template <std::size_t Width = 1, class From, class To>
    static constexpr void run(From const* x, To* v, To outside = To(0)) {
        constexpr std::size_t length = Map::run * Width;
        for (std::size_t j = 0; j < output_shape::size; j += Map::run, v += length) {
            std::size_t const i = Map::source(j);
            if (Map::pads && i == nowhere)
                for (std::size_t k = 0; k < length; ++k)
                    v[k] = outside;
            else
                for (std::size_t k = 0; k < length; ++k)
                    v[k] = static_cast<To>(x[i * Width + k]);
        }
    }
    // An input's derivative is the sum of those of its outputs, in their order.
    template <std::size_t Width = 1, class From, class To>
    static constexpr void run_back(From const* dv, To* dx) {
        constexpr std::size_t length = Map::run * Width;
        for (std::size_t i = 0; i < Map::input_shape::size * Width; ++i)
            dx[i] = To(0);
        for (std::size_t j = 0; j < output_shape::size; j += Map::run, dv += length) {
            std::size_t const i = Map::source(j);
            if (Map::pads && i == nowhere)
                continue;
            for (std::size_t k = 0; k < length; ++k)
                if constexpr (Map::repeats)
                    dx[i * Width + k] += dv[k];
                else
                    dx[i * Width + k] = dv[k];
        }
    }

    static constexpr output_type forward(parameters, input_type const& x) {
        return join::joined(x);
    }
    static constexpr void forward_into(parameters, input_type const& x, output_type& v) {
        run(x.data(), v.data());
    }
    static constexpr input_type backward(parameters, input_type const&, output_type const& dv) {
        input_type dx{};
        run_back(dv.data(), dx.data());
        return dx;
    }
};

// The map that moves the numbers of each step of a sequence as Map moves those of one.
template <class Shape, class Map>
struct each_step_moved {
    static constexpr std::size_t steps = tensor::steps_of<Shape>::count;
    using input_shape = Shape;
    using output_shape = typename tensor::with_steps<steps, typename Map::output_shape>::type;
    static constexpr std::size_t run = Map::run;
    static constexpr bool repeats = Map::repeats, pads = Map::pads;

    static constexpr std::size_t source(std::size_t j) {
        std::size_t const i = Map::source(j % Map::output_shape::size);
        return i == nowhere ? nowhere : j / Map::output_shape::size * Map::input_shape::size + i;
    }
};

} // namespace ctnn::placed

#include <ctnn/config/epilogue.hpp>
