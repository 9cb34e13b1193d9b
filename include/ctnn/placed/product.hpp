#pragma once

#include <array>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/same_shapes.hpp>
#include <utility>

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

// The join that multiplies the branches number by number, from the first one on.
template <class Shape, class... Shapes>
struct product {
    using output_shape = Shape;
    static constexpr bool multiplies = true;

    template <class At>
    using diagnosis = decltype(same_shapes<At, Shape, Shapes...>());

    template <class Number, std::size_t Size, class... Others>
    static constexpr std::array<Number, Size> joined(std::array<Number, Size> const& first,
                                                     Others const&... others) {
        std::array<Number, Size> v{};
        for (std::size_t i = 0; i < Size; ++i)
            v[i] = (first[i] * ... * others[i]);
        return v;
    }

    // dL/dv times all branches but this one.
    template <std::size_t Branch, class Output, class... Outputs>
    static constexpr Output derivative(Output const& dv, Outputs const&... y) {
        return derivative_of<Branch>(std::index_sequence_for<Outputs...>{}, dv, y...);
    }

private:
    template <std::size_t Branch, std::size_t... K, class Output, class... Outputs>
    static constexpr Output derivative_of(std::index_sequence<K...>, Output const& dv,
                                          Outputs const&... y) {
        Output dy{};
        for (std::size_t i = 0; i < dy.size(); ++i) {
            auto product = dv[i];
            ((product = K == Branch ? product : product * y[i]), ...);
            dy[i] = product;
        }
        return dy;
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::placed
