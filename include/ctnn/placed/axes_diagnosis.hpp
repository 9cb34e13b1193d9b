#pragma once

#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/tensor/shape.hpp>

namespace ctnn::placed {

// What is wrong with a layer At that has a number for each of Axes axes, and an input that has Others besides them, or
// error::none.
template <class At, class Shape, std::size_t Axes, std::size_t Others>
constexpr auto axes_diagnosis() {
    if constexpr (Axes == 0)
        return typename At::has_no_numbers_but_needs_one_for_each_axis{};
    else if constexpr (Shape::rank != Axes + Others)
        return
            typename At::template gets_an_input_of_shape<Shape>::template but_needs_rank<Axes +
                                                                                         Others>{};
    else
        return error::none{};
}

} // namespace ctnn::placed
