#define DEPTH 8
#include "nested.hpp"
