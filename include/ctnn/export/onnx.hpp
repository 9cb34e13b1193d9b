#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

// Networks as ONNX files: `write`, `written` and `file_size`.
#include <ctnn/export/onnx/file_size.hpp>
#include <ctnn/export/onnx/write.hpp>
#include <ctnn/export/onnx/written.hpp>
#include <ctnn/export/write_result.hpp>

#include <ctnn/config/epilogue.hpp>
