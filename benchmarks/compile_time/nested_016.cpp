#define DEPTH 16
#include "nested.hpp"
