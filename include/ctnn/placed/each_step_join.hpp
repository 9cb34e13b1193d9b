#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/tensor/detail/steps.hpp>

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

// The join that joins each step of sequences as Join joins single steps.
template <std::size_t Steps, template <class...> class Join, class... Shapes>
struct steps_joined {
    using of_step = Join<typename tensor::steps_of<Shapes>::step...>;
    using output_shape = typename tensor::with_steps<Steps, typename of_step::output_shape>::type;
    static constexpr std::size_t outputs = of_step::output_shape::size;
    static constexpr std::array<std::size_t, sizeof...(Shapes)> sizes{(Shapes::size / Steps)...};

    static constexpr bool multiplies = requires { requires of_step::multiplies; };

    template <std::size_t Branch>
    static constexpr std::size_t place(std::size_t i) requires requires {
        { of_step::template place<Branch>(i) } -> std::same_as<std::size_t>;
    }
    { return i / sizes[Branch] * outputs + of_step::template place<Branch>(i % sizes[Branch]); }

    template <class Number, std::size_t... Sizes>
    static constexpr auto joined(std::array<Number, Sizes> const&... y) {
        std::array<Number, output_shape::size> v{};
        for (std::size_t t = 0; t < Steps; ++t)
            tensor::put_step(of_step::joined(tensor::step_at<Sizes / Steps>(y, t)...), t, v);
        return v;
    }
    template <std::size_t Branch, class Output, class Number, std::size_t... Sizes>
    static constexpr auto derivative(Output const& dv,
                                     std::array<Number, Sizes> const&... y) requires requires {
        of_step::template derivative<Branch>(tensor::step_at<outputs>(dv, 0),
                                             tensor::step_at<Sizes / Steps>(y, 0)...);
    }
    {
        std::array<Number, sizes[Branch] * Steps> dy{};
        for (std::size_t t = 0; t < Steps; ++t)
            tensor::put_step(
                of_step::template derivative<Branch>(tensor::step_at<outputs>(dv, t),
                                                     tensor::step_at<Sizes / Steps>(y, t)...),
                t, dy);
        return dy;
    }
};

template <std::size_t Steps, template <class...> class Join>
struct each_step_join {
    template <class... Shapes>
    using type = steps_joined<Steps, Join, Shapes...>;
};

CTNN_ARITHMETIC_END
} // namespace ctnn::placed
