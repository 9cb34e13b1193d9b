#define DEPTH 64
#include "deep.hpp"
