#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>

namespace ctnn {

/// The most that a network's parameters and arrays may take, for `within_budget`. What is not said is
/// not limited. The program's code and stack are not in it: `ctnn_budget` in CMake holds those.
///
/// Shape:    bytes of flash for parameters, of RAM for the arrays of inference and for all of training,
///           and multiply-adds of inference: the names are those of `footprint`.
/// Cost:     none at run time.
/// Example:  docs/examples/cost.cpp
struct budget {
    std::size_t flash = static_cast<std::size_t>(-1);
    std::size_t ram = static_cast<std::size_t>(-1);
    std::size_t training_ram = static_cast<std::size_t>(-1);
    std::size_t multiply_adds = static_cast<std::size_t>(-1);

    friend constexpr bool operator==(budget const&, budget const&) = default;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
