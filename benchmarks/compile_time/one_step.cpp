// Forward pass, gradient and one step of training, all done by the compiler.

#include "../../docs/examples/one_step.cpp"
