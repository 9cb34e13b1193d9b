#define EPOCHS 8
#define TESTED 297
#define EXPECTED_ACCURACY 0.93
#include "digits.hpp"
