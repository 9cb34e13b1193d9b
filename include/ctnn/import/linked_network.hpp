#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/imported_value.hpp>
#include <ctnn/import/detail/planned_network.hpp>

namespace ctnn {

/// What a model file says of the layers of its network, as `ctnn_model(... LINKED)` writes it into a header.
///
/// Shape:    the input, whose axes count, and the steps that become layers.
/// Cost:     none in the program.
/// Errors:   none: the file was read when the header was written.
/// Example:  tests/host/link_model.cpp
template <std::size_t Steps>
struct linked_plan {
    detail::imported_value input{};
    std::array<detail::imported_step, Steps> steps{};
    static constexpr std::size_t count = Steps;
};

/// The network of a `linked_plan`, as a type. Its weights are bytes that the linker adds.
///
/// Shape:    Plan: a constant.
/// Cost:     to compile, that of naming the type, whatever the size of the file.
/// Errors:   those of `network`.
/// Example:  tests/host/link_model.cpp
template <auto const& Plan>
using linked_network = typename detail::planned_network<Plan, float>::type;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
