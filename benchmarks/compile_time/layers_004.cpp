#define DEPTH 4
#include "deep.hpp"
