#pragma once

#include "../catch.hpp"
#include "layer_laws.hpp"

namespace laws {

// All laws of a layer, in the compiler and for some seeds on the machine.
template <class Layer, class Scalar, class Input>
void check_layer() {
    using laws = layer<Layer, Scalar, Input>;
    static_assert(laws::forward_needs_no_record(1));
    static_assert(laws::gradient_agrees_with_dual_numbers(1));
    static_assert(laws::accumulate_adds_to_what_is_there(2));
    static_assert(laws::update_is_a_step_along_the_gradient(3));
    static_assert(laws::update_remembers_the_gradient(3));
    static_assert(laws::template its_compiler_form_has_the_same_bits<true>(4));
    static_assert(laws::template its_compiler_form_has_the_same_bits<false>(5));
    for (std::uint32_t seed = 10; seed < 30; ++seed) {
        CAPTURE(seed, Input::size);
        CHECK(laws::forward_needs_no_record(seed));
        CHECK(laws::gradient_agrees_with_dual_numbers(seed));
        CHECK(laws::accumulate_adds_to_what_is_there(seed));
        CHECK(laws::update_is_a_step_along_the_gradient(seed));
        CHECK(laws::update_remembers_the_gradient(seed));
    }
    CHECK(laws::bits_are_the_same_in_the_compiler());
}

} // namespace laws
