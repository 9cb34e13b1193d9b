#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/kernel/larger_of.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/kernel/wide.hpp>
#include <ctnn/tensor/detail/windows_inside.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::placed {

// A layer that gives the largest number of each window, channel by channel; places in the padding do not count.
template <concepts::scalar Scalar, class Grid, class Output>
struct largest_of_windows {
    static constexpr std::size_t channels = Grid::channels;
    static constexpr std::size_t multiply_adds = 0;
    static constexpr bool only_compares = true;
    using output_shape = Output;
    using input_type = std::array<Scalar, Grid::input_size>;
    using output_type = std::array<Scalar, Output::size>;

    struct parameters {
        friend constexpr bool operator==(parameters, parameters) = default;
    };

    static constexpr output_type forward(parameters, input_type const& x) {
        output_type v{};
        for (std::size_t w = 0; w < Grid::count; ++w) {
            Scalar* const most = v.data() + w * channels;
            if (std::is_constant_evaluated() && is_inside(w)) {
                Scalar const* const from = x.data() + inside::begin.first[w];
                for (std::size_t c = 0; c < channels; ++c)
                    most[c] = from[c + in_one_expression::where(from + c)];
                continue;
            }
            for_each_number(w, [&](std::size_t channel, std::size_t number, bool is_first) {
                most[channel] = is_first ? x[number] : kernel::larger_of(most[channel], x[number]);
            });
        }
        return v;
    }

    static constexpr input_type backward(parameters, input_type const& x, output_type const& dv) {
        input_type dx{};
        for (std::size_t w = 0; w < Grid::count; ++w) {
            if (std::is_constant_evaluated() && is_inside(w)) {
                Scalar const *const from = x.data() + inside::begin.first[w], *const derivatives =
                                                                                  dv.data() +
                                                                                  w * channels;
                Scalar* const to = dx.data() + inside::begin.first[w];
                for (std::size_t c = 0; c < channels; ++c)
                    to[c + in_one_expression::where(from + c)] += derivatives[c];
                continue;
            }
            std::size_t where[channels]{};
            for_each_number(w, [&](std::size_t channel, std::size_t number, bool is_first) {
                if (is_first || kernel::takes_over(x[number], x[where[channel]]))
                    where[channel] = number;
            });
            for (std::size_t c = 0; c < channels; ++c)
                dx[where[c]] += dv[w * channels + c];
        }
        return dx;
    }

    // The same for Width numbers side by side, which are some vectors.
    template <std::size_t Width, kernel::vectorizable T>
    static void run(T const* x, T* v) {
        constexpr std::size_t lanes = kernel::lanes_for<T, Width>;
        for (std::size_t w = 0; w < Grid::count; ++w)
            for_each_number(w, [&](std::size_t channel, std::size_t number, bool is_first) {
                for (std::size_t k = 0; k < Width; k += lanes) {
                    T* const most = v + (w * channels + channel) * Width + k;
                    auto const in = kernel::load<lanes>(x + number * Width + k);
                    auto const before =
                        kernel::load<lanes>(is_first ? x + number * Width + k : most);
                    kernel::store<lanes>(most, ((before < in) | (in != in)) ? in : before);
                }
            });
    }
    template <std::size_t Width, kernel::vectorizable T>
    static void run_back(T const* x, T const* dv, T* dx) {
        constexpr std::size_t lanes = kernel::lanes_for<T, Width>;
        using values = kernel::vector<T, lanes>;
        using words = kernel::words_of<values>;
        for (std::size_t i = 0; i < Grid::input_size * Width; i += lanes)
            kernel::store<lanes>(dx + i, values{});
        for (std::size_t w = 0; w < Grid::count; ++w)
            for (std::size_t k = 0; k < Width; k += lanes) {
                values most[channels];
                words where[channels];
                for_each_number(w, [&](std::size_t channel, std::size_t number, bool is_first) {
                    auto const in = kernel::load<lanes>(x + number * Width + k);
                    words const here = words{} + static_cast<kernel::word_of<T>>(number);
                    if (is_first) {
                        most[channel] = in;
                        where[channel] = here;
                    } else {
                        auto const takes = (most[channel] < in) | (in != in);
                        most[channel] = takes ? in : most[channel];
                        where[channel] = takes ? here : where[channel];
                    }
                });
                // (0, which is added to the others, changes none of them: they begin at 0)
                for_each_number(w, [&](std::size_t channel, std::size_t number, bool) {
                    words const here = words{} + static_cast<kernel::word_of<T>>(number);
                    T* const to = dx + number * Width + k;
                    auto const d = kernel::load<lanes>(dv + (w * channels + channel) * Width + k);
                    kernel::store<lanes>(to, kernel::load<lanes>(to) +
                                                 (where[channel] == here ? d : values{}));
                });
            }
    }

private:
    using inside = tensor::windows_inside<Grid>;

    // Where a channel's largest number lies in its window. An evaluator is slow to loop and to call.
    template <class Places = std::make_index_sequence<Grid::places>>
    struct places_in_one_expression;
    template <std::size_t... Place>
    struct places_in_one_expression<std::index_sequence<Place...>> {
        static constexpr std::size_t where(Scalar const* x) {
            Scalar most = x[0], next{};
            std::size_t found = 0;
            ((next = x[inside::template place<Place * channels>],
              most < next || next != next
                  ? void((most = next, found = inside::template place<Place * channels>))
                  : void()),
             ...);
            return found;
        }
    };
    using in_one_expression = places_in_one_expression<>;
    static constexpr bool is_inside(std::size_t window) {
        if constexpr (kernel::widenable<Scalar> && inside::has_tables)
            return inside::begin.first[window] != inside::outside;
        return false;
    }

    // f(channel, number of the input, whether it is the channel's first one) for the places of a window.
    template <class F>
    static constexpr void for_each_number(std::size_t window, F const& f) {
        bool is_first = true;
        Grid::for_each_run(window, [&](std::size_t, std::size_t from, std::size_t length) {
            for (std::size_t i = 0; i < length; i += channels, is_first = false)
                for (std::size_t c = 0; c < channels; ++c)
                    f(c, from + i + c, is_first);
        });
    }
};

} // namespace ctnn::placed
