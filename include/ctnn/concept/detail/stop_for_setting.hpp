#pragma once

#include <ctnn/error/stop_sentences.hpp>

namespace ctnn::error {

// A template because an ordinary constexpr function must have a constant result for some argument. Compilers print its
// argument.
template <class Sentence>
constexpr void stop_for_setting(Sentence sentence) {
    if (sentence != nullptr)
        the_optimizer_has_a_setting_that_makes_no_sense();
}

} // namespace ctnn::error
