#define DEPTH 4
#include "nested.hpp"
