#define CONVOLUTION
#define EPOCHS 1
#define EXPECTED_ACCURACY 0.85
#include "digits.hpp"
