#define DEPTH 100
#include "deep.hpp"
