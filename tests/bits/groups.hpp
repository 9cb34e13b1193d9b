#pragma once

// The groups of items.

namespace bits {

template <class Scalar>
void check_exponentials();
template <class Scalar>
void check_logarithms_and_others();
template <class Scalar>
void check_sines_and_powers();
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
template <class Scalar>
void check_layers();
void check_draws();

inline void check_elementary() {
    check_exponentials<float>();
    check_exponentials<double>();
    check_logarithms_and_others<float>();
    check_logarithms_and_others<double>();
    check_sines_and_powers<float>();
    check_sines_and_powers<double>();
}

// Where kernels fuse, only what they compute is other than where they do not.
inline void check_everything() {
#if !defined(CTNN_FUSED_ARITHMETIC)
    check_elementary();
#endif
    check_activations<float>();
    check_activations<double>();
#if !defined(CTNN_FUSED_ARITHMETIC)
    check_losses<float>();
    check_losses<double>();
#endif
    check_networks<float>();
    check_networks<double>();
    check_widths<float>();
    check_widths<double>();
    check_training<float>();
    check_training<double>();
    check_layers<float>();
    check_layers<double>();
#if !defined(CTNN_FUSED_ARITHMETIC)
    check_draws();
#endif
}

} // namespace bits
