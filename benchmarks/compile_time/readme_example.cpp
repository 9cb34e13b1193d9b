// The README's example: forward pass, gradient and one step, all done by the compiler.

#include "../../docs/examples/readme.cpp"
