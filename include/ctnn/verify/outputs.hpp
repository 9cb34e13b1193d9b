#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/verify/outputs/class_is.hpp>
#include <ctnn/verify/outputs/combination.hpp>
#include <ctnn/verify/outputs/comparison.hpp>
#include <ctnn/verify/outputs/output.hpp>

// Conditions as expressions: output<0> < 5 && (output<1> >= output<2> || !class_is(2)).

#include <ctnn/config/epilogue.hpp>
