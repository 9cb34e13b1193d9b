#pragma once

// All layers that model files can hold. A new one is a file in layers/ and a line here.
#include <ctnn/import/detail/layers/activation.hpp>
#include <ctnn/import/detail/layers/activations.hpp>
#include <ctnn/import/detail/layers/branches.hpp>
#include <ctnn/import/detail/layers/dense.hpp>
#include <ctnn/import/detail/layers/dense_over_time.hpp>
#include <ctnn/import/detail/layers/moving.hpp>
#include <ctnn/import/detail/layers/normalization.hpp>
#include <ctnn/import/detail/layers/recurrent.hpp>
#include <ctnn/import/detail/layers/windows.hpp>
