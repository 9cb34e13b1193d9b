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
        if constexpr (is_in_vectors) {
            if (!std::is_constant_evaluated()) {
                run<1>(x.data(), v.data());
                return v;
            }
        }
        for (std::size_t w = 0; w < Grid::count; ++w) {
            Scalar* const most = v.data() + w * channels;
            if constexpr (takes_one_expression) {
                if (std::is_constant_evaluated() && is_inside(w)) {
                    Scalar const* const from = x.data() + inside::begin.first[w];
                    for (std::size_t c = 0; c < channels; ++c)
                        most[c] = from[c + in_one_expression::where(from + c)];
                    continue;
                }
            }
            for_each_place(w, [&](std::size_t from, bool is_first) {
                for (std::size_t c = 0; c < channels; ++c)
                    most[c] = is_first ? x[from + c] : kernel::larger_of(most[c], x[from + c]);
            });
        }
        return v;
    }

    static constexpr input_type backward(parameters, input_type const& x, output_type const& dv) {
        input_type dx{};
        if constexpr (is_in_vectors) {
            if (!std::is_constant_evaluated()) {
                run_back<1>(x.data(), dv.data(), dx.data());
                return dx;
            }
        }
        for (std::size_t w = 0; w < Grid::count; ++w) {
            if constexpr (takes_one_expression) {
                if (std::is_constant_evaluated() && is_inside(w)) {
                    Scalar const* const from = x.data() + inside::begin.first[w];
                    Scalar const* const derivatives = dv.data() + w * channels;
                    Scalar* const to = dx.data() + inside::begin.first[w];
                    for (std::size_t c = 0; c < channels; ++c)
                        to[c + in_one_expression::where(from + c)] += derivatives[c];
                    continue;
                }
            }
            std::size_t where[channels]{};
            for_each_place(w, [&](std::size_t from, bool is_first) {
                for (std::size_t c = 0; c < channels; ++c)
                    if (is_first || kernel::takes_over(x[from + c], x[where[c]]))
                        where[c] = from + c;
            });
            for (std::size_t c = 0; c < channels; ++c)
                dx[where[c]] += dv[w * channels + c];
        }
        return dx;
    }

    // The same for Width numbers side by side: those of a place are a row of some vectors.
    template <std::size_t Width, kernel::vectorizable T>
    static void run(T const* x, T* v) {
        constexpr std::size_t lanes = lanes_of_row<T, Width>;
        for (std::size_t w = 0; w < Grid::count; ++w, v += channels * Width)
            for_each_place(w, [&](std::size_t from, bool is_first) {
                T const* const place = x + from * Width;
#pragma GCC unroll 16
                for (std::size_t k = 0; k < channels * Width; k += lanes) {
                    auto const in = kernel::load<lanes>(place + k);
                    auto const before = kernel::load<lanes>(is_first ? place + k : v + k);
                    kernel::store<lanes>(v + k, ((before < in) | (in != in)) ? in : before);
                }
            });
    }
    template <std::size_t Width, kernel::vectorizable T>
    static void run_back(T const* x, T const* dv, T* dx) {
        constexpr std::size_t lanes = lanes_of_row<T, Width>;
        constexpr std::size_t vectors = channels * Width / lanes;
        using values = kernel::vector<T, lanes>;
        using words = kernel::words_of<values>;
        auto const number_of = [](std::size_t place) __attribute__((always_inline)) {
            return words{} + static_cast<kernel::word_of<T>>(place);
        };
        if constexpr (Width > 1)
            for (std::size_t i = 0; i < Grid::input_size * Width; i += lanes)
                kernel::store<lanes>(dx + i, values{});
        for (std::size_t w = 0; w < Grid::count; ++w, dv += channels * Width) {
            values most[vectors];
            words where[vectors];
            for_each_place(w, [&](std::size_t from, bool is_first) {
#pragma GCC unroll 16
                for (std::size_t k = 0; k < vectors; ++k) {
                    auto const in = kernel::load<lanes>(x + from * Width + k * lanes);
                    if (is_first) {
                        most[k] = in;
                        where[k] = number_of(from);
                    } else {
                        auto const takes = (most[k] < in) | (in != in);
                        most[k] = takes ? in : most[k];
                        where[k] = takes ? number_of(from) : where[k];
                    }
                }
            });
            // (0, which is added to the others, changes none of them: they begin at 0)
            for_each_place(w, [&](std::size_t from, bool) {
#pragma GCC unroll 16
                for (std::size_t k = 0; k < vectors; ++k) {
                    T* const to = dx + from * Width + k * lanes;
                    auto const d = kernel::load<lanes>(dv + k * lanes);
                    kernel::store<lanes>(to, kernel::load<lanes>(to) +
                                                 (where[k] == number_of(from) ? d : values{}));
                }
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
    // (Intervals do not compare.)
    static constexpr bool takes_one_expression = kernel::widenable<Scalar> && inside::has_tables;
    static constexpr bool is_inside(std::size_t window) {
        return inside::begin.first[window] != inside::outside;
    }

    // The widest vectors of which a row of channels consists.
    template <class T, std::size_t Width>
    static constexpr std::size_t lanes_of_row = [] {
        std::size_t lanes = 1;
        while (lanes < kernel::widest<T> && channels * Width % (2 * lanes) == 0)
            lanes *= 2;
        return lanes;
    }();
    static constexpr bool is_in_vectors = [] {
        if constexpr (kernel::vectorizable<Scalar>)
            return lanes_of_row<Scalar, 1> >= kernel::narrowest<Scalar>;
        return false;
    }();

    // f(the first number of the place, whether it is the window's first one) for the places of a window.
    template <class F>
    static constexpr void for_each_place(std::size_t window, F const& f) {
        bool is_first = true;
        Grid::for_each_run(window, [&](std::size_t, std::size_t from, std::size_t length) {
            for (std::size_t i = 0; i < length; i += channels, is_first = false)
                f(from + i, is_first);
        });
    }
};

} // namespace ctnn::placed
