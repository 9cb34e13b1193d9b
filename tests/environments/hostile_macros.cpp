// The library behind the macros of common headers.

#include "hostile_macros.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/export/onnx.hpp>
#if __STDC_HOSTED__
#include <ctnn/host/nnet.hpp>
#include <ctnn/host/prove.hpp>
#include <ctnn/host/save_onnx.hpp>
#include <ctnn/host/verifier.hpp>
#include <ctnn/host/vnnlib.hpp>
#include <ctnn/import/onnx.hpp>
#endif
