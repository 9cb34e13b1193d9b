#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/question_problem.hpp>

namespace ctnn::verify {

/// The result of an attempt to prove a property for all inputs in a box: a proof, a counterexample, or
/// neither.
///
/// - `proven()`: it holds for every input in the box, as this program computes it, by at least `margin`. A
///   margin of 0 means that it holds because 0 suffices.
/// - `violated()`: it does not hold for the input `counterexample`: `net(counterexample)` was computed and
///   checked.
/// - `unknown()`: the budget of `boxes` is spent, or something overflows; part of the box `left` is
///   undecided. Or nothing was searched, because the question has a `problem`.
///
/// Shape:    a box and an input of N scalars.
/// Cost:     3 N scalars and a little.
/// Example:  tests/verify/prove.cpp
template <class T, std::size_t N>
struct verdict {
    enum class kinds { unknown, proven, violated };

    kinds kind = kinds::unknown;
    double margin{};
    std::array<T, N> counterexample{};
    box<T, N> left{};
    std::size_t boxes{};
    question_problem problem = question_problem::none;

    constexpr bool proven() const noexcept { return kind == kinds::proven; }
    constexpr bool violated() const noexcept { return kind == kinds::violated; }
    constexpr bool unknown() const noexcept { return kind == kinds::unknown; }
};

} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
