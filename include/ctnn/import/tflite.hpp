#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

// Networks from .tflite files: at compile time `network` and `imported`, at run time `read`.
#include <ctnn/import/tflite/imported.hpp>
#include <ctnn/import/tflite/network.hpp>
#include <ctnn/import/tflite/problem.hpp>
#include <ctnn/import/tflite/read.hpp>
#include <ctnn/import/tflite/read_result.hpp>

#include <ctnn/config/epilogue.hpp>
