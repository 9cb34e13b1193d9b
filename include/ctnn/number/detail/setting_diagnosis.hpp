#pragma once

#include <ctnn/error/diagnosis.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/number/real.hpp>
#include <type_traits>

namespace ctnn::detail {

// What is wrong with a number that an activation is given as a template argument.
template <class Activation, real Setting>
using setting_diagnosis =
    std::conditional_t<math::is_finite(Setting.value), error::none,
                       typename error::activation<Activation>::has_a_setting_that_is_not_finite>;

// The same of one that must be above 0.
template <class Activation, real Setting>
using positive_setting_diagnosis =
    std::conditional_t<math::is_finite(Setting.value) && !(Setting.value > 0),
                       typename error::activation<Activation>::has_a_setting_that_is_not_above_0,
                       setting_diagnosis<Activation, Setting>>;

// Of two ends.
template <class Activation, real Lower, real Upper>
using ends_diagnosis = std::conditional_t<
    (Lower.value < Upper.value), error::none,
    typename error::activation<Activation>::has_a_lower_end_that_is_not_below_its_upper_one>;

} // namespace ctnn::detail
