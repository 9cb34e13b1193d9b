#pragma once

#include <array>
#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/tensor/detail/sum_of.hpp>
#include <ctnn/tensor/shape.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::placed {

// The join that puts the branches' channels side by side at each place; for rows, their numbers.
template <class... Shapes>
struct concatenation {
    static constexpr std::array<std::size_t, sizeof...(Shapes)> counts{
        Shapes::extents[Shapes::rank - 1]...};
    static constexpr std::size_t channels =
        ctnn::detail::sum_of(Shapes::extents[Shapes::rank - 1]...);

    template <std::size_t Branch>
    static constexpr std::size_t offset() {
        std::size_t sum = 0;
        for (std::size_t k = 0; k < Branch; ++k)
            sum += counts[k];
        return sum;
    }

    // The shape with a different number of channels.
    template <class Shape, std::size_t Channels, class Before = shape<>>
    struct with_channels;
    template <std::size_t Last, std::size_t Channels, std::size_t... Before>
    struct with_channels<shape<Last>, Channels, shape<Before...>> {
        using type = shape<Before..., Channels>;
    };
    template <std::size_t First, std::size_t Second, std::size_t... Rest, std::size_t Channels,
              std::size_t... Before>
    struct with_channels<shape<First, Second, Rest...>, Channels, shape<Before...>>
        : with_channels<shape<Second, Rest...>, Channels, shape<Before..., First>> {};

    template <class Shape, class...>
    struct first {
        using type = typename with_channels<Shape, channels>::type;
    };
    using output_shape = typename first<Shapes...>::type;

    template <class At, class Other, class... Rest>
    static constexpr auto same_places() {
        using needed = typename with_channels<output_shape, Other::extents[Other::rank - 1]>::type;
        if constexpr (!std::is_same_v<Other, needed>)
            return typename At::template has_layers_that_give_shape<
                Other>::template but_needs_shape<needed>{};
        else if constexpr (sizeof...(Rest) == 0)
            return error::none{};
        else
            return same_places<At, Rest...>();
    }
    template <class At>
    using diagnosis = decltype(same_places<At, Shapes...>());

    // The index in the output of number i of a branch.
    template <std::size_t Branch>
    static constexpr std::size_t place(std::size_t i) {
        constexpr std::size_t count = counts[Branch], before = offset<Branch>();
        return i / count * channels + before + i % count;
    }

    template <class Number, std::size_t... Sizes>
    static constexpr auto joined(std::array<Number, Sizes> const&... outputs) {
        std::array<Number, output_shape::size> v{};
        [&]<std::size_t... Branch>(std::index_sequence<Branch...>) {
            (put<Branch>(outputs, v), ...);
        }
        (std::index_sequence_for<Shapes...>{});
        return v;
    }

private:
    template <std::size_t Branch, class Output, class All>
    static constexpr void put(Output const& from, All& to) {
        auto const* const numbers = from.data();
        auto* const all = to.data();
        for (std::size_t i = 0; i < from.size(); ++i)
            all[place<Branch>(i)] = numbers[i];
    }
};

} // namespace ctnn::placed
