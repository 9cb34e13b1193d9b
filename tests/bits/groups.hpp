#pragma once

// The groups of items, one translation unit each.

namespace bits {

template <class Scalar>
void check_exponentials();
template <class Scalar>
void check_logarithms_and_others();
template <class Scalar>
void check_activations();
template <class Scalar>
void check_losses();
template <class Scalar>
void check_networks();
template <class Scalar>
void check_widths();
template <class Scalar>
void check_training();
void check_draws();

} // namespace bits
