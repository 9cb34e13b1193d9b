// The library behind the macros of common headers.

#include "hostile_macros.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/export/c_wrapper.hpp>
#include <ctnn/export/onnx.hpp>
#include <ctnn/export/parameters.hpp>
#include <ctnn/import/linked_network.hpp>
#include <ctnn/import/onnx.hpp>
#include <ctnn/import/parameters.hpp>
#include <ctnn/import/rtneural.hpp>
#include <ctnn/import/tflite.hpp>
#if __STDC_HOSTED__
#include <ctnn/host/check_golden.hpp>
#include <ctnn/host/link_model.hpp>
#include <ctnn/host/nnet.hpp>
#include <ctnn/host/prove.hpp>
#include <ctnn/host/save_golden.hpp>
#include <ctnn/host/save_onnx.hpp>
#include <ctnn/host/save_parameters.hpp>
#include <ctnn/host/verifier.hpp>
#include <ctnn/host/vnnlib.hpp>
#endif
