#pragma once

// The groups of items.

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

inline void check_everything() {
    check_exponentials<float>();
    check_exponentials<double>();
    check_logarithms_and_others<float>();
    check_logarithms_and_others<double>();
    check_activations<float>();
    check_activations<double>();
    check_losses<float>();
    check_losses<double>();
    check_networks<float>();
    check_networks<double>();
    check_widths<float>();
    check_widths<double>();
    check_training<float>();
    check_training<double>();
    check_draws();
}

} // namespace bits
