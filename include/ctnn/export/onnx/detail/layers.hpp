#pragma once

// The layers that can be written, one file each.
#include <ctnn/export/onnx/detail/layers/activation.hpp>
#include <ctnn/export/onnx/detail/layers/branches.hpp>
#include <ctnn/export/onnx/detail/layers/dense.hpp>
#include <ctnn/export/onnx/detail/layers/moving.hpp>
#include <ctnn/export/onnx/detail/layers/normalization.hpp>
#include <ctnn/export/onnx/detail/layers/recurrent.hpp>
#include <ctnn/export/onnx/detail/layers/windows.hpp>
