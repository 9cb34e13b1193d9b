#define EPOCHS 1
#define TESTED 297
#define EXPECTED_ACCURACY 0.85
#include "digits.hpp"
