#pragma once

#include <cstddef>
#include <ctnn/ctnn.hpp>

using ctnn::verify::outputs::output;

// A controller, and what is proven of it: no input from -1 to 1 gives a force beyond 0.737.
struct force_is_limited {
    using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<16, ctnn::relu>,
                                ctnn::dense<16, ctnn::relu>, ctnn::dense<1>>;
    static constexpr auto network = ctnn::initialize<model>(ctnn::glorot_uniform{}, 7);
    static constexpr ctnn::box<float, 2> inputs{{-1, -1}, {1, 1}};
    static constexpr auto wanted = output<0> > -0.737 && output<0> < 0.737;
    static constexpr std::size_t boxes = 2000;
};
