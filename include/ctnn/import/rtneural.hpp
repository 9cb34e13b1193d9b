#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

// Networks from model files of RTNeural: at compile time `network` and `imported`, at run time `read`.
#include <ctnn/import/rtneural/imported.hpp>
#include <ctnn/import/rtneural/network.hpp>
#include <ctnn/import/rtneural/problem.hpp>
#include <ctnn/import/rtneural/read.hpp>

#include <ctnn/config/epilogue.hpp>
