// A program that uses a little of everything, after whatever a test of this folder prepares (-include).

#include <ctnn/ctnn.hpp>
#if __STDC_HOSTED__
#include <ctnn/host/nnet.hpp>
#include <ctnn/host/prove.hpp>
#include <ctnn/host/verifier.hpp>
#include <ctnn/host/vnnlib.hpp>
#endif

#include "program.hpp"
