#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

// Networks' parameters as .safetensors and .npz files: `write_parameters`, `written_parameters` and `parameter_file_size`.
#include <ctnn/export/parameters/parameter_file_size.hpp>
#include <ctnn/export/parameters/write_parameters.hpp>
#include <ctnn/export/parameters/written_parameters.hpp>
#include <ctnn/export/write_result.hpp>
#include <ctnn/import/parameters/layer_names.hpp>

#include <ctnn/config/epilogue.hpp>
