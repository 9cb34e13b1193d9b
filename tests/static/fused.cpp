// All headers in the other arithmetic: there, a namespace `detail` inside that of the arithmetic is a second one.
#define CTNN_FUSED_ARITHMETIC
#include <ctnn/ctnn.hpp>
#include <ctnn/host/report.hpp>
#include <ctnn/host/verifier.hpp>
