#define CONVOLUTION
#define EPOCHS 1
#define TESTED 60
#define EXPECTED_ACCURACY 0.75
#include "digits.hpp"
