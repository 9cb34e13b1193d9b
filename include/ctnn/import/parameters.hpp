#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

// Parameters from .safetensors, .npz and .pt files into a topology that is known: at compile time `imported_parameters`, at run
// time `read_parameters`.
#include <ctnn/import/parameters/half_precision.hpp>
#include <ctnn/import/parameters/imported_parameters.hpp>
#include <ctnn/import/parameters/layer_names.hpp>
#include <ctnn/import/parameters/npz.hpp>
#include <ctnn/import/parameters/parameter_file_problem.hpp>
#include <ctnn/import/parameters/parameter_file_result.hpp>
#include <ctnn/import/parameters/pytorch.hpp>
#include <ctnn/import/parameters/read_parameters.hpp>
#include <ctnn/import/parameters/safetensors.hpp>

#include <ctnn/config/epilogue.hpp>
