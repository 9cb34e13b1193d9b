#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

// Networks from ONNX files: at compile time `network`, `imported` and `agrees`, at run time `read`.
#include <ctnn/import/onnx/agrees.hpp>
#include <ctnn/import/onnx/imported.hpp>
#include <ctnn/import/onnx/network.hpp>
#include <ctnn/import/onnx/problem.hpp>
#include <ctnn/import/onnx/read.hpp>

#include <ctnn/config/epilogue.hpp>
