#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/vnnlib_formula.hpp>
#include <ctnn/host/detail/vnnlib_numbers.hpp>
#include <ctnn/host/vnnlib_case.hpp>
#include <string>
#include <utility>
#include <vector>

namespace ctnn::host::detail {

// Writes out the cases of a formula. It walks over them with the bounds that hold at each place and takes back what it
// leaves, so a bound is looked at once where it stands before what has several cases, and no case is copied.
class vnnlib_cases {
public:
    static constexpr std::size_t most_cases = 1'000'000;
    static constexpr std::size_t most_numbers = 20'000'000; // in all of them

    std::vector<vnnlib_case> found{};
    std::string problem{};
    std::size_t steps = 0;
    bool has_bounds_apart = false;

    vnnlib_cases(vnnlib_formula const& formula, vnnlib_numbers const& numbers, std::size_t inputs,
                 std::size_t outputs)
        : formula_(formula), numbers_(numbers), outputs_(outputs), bounds_(2 * inputs, nullptr),
          missing_(bounds_.size()) {
        visit(0, nullptr);
    }

private:
    // Nobody writes a property whose cases repeat the same bounds over and over.
    std::size_t most_repeated() const { return 20'000'000 + 100 * formula_.size(); }

    // The parts of several cases of an `all` from one on, which are to come.
    struct pending {
        std::uint32_t part;
        pending const* rest;
    };
    using kinds = vnnlib_formula::kinds;
    struct mark {
        std::size_t changes, constraints;
    };

    void visit(std::size_t index, pending const* rest) {
        auto const& here = formula_.at(index);
        if (here.cases == 0 || !problem.empty())
            return;
        mark const before{changes_.size(), constraints_.size()};
        if (here.cases == 1) {
            if (apply(index))
                go_on(rest);
        } else if (here.kind == kinds::any) {
            for (std::size_t i = index + 1; i < here.end; i = formula_.at(i).end)
                visit(i, rest);
        } else {
            bool possible = true;
            for (std::size_t i = index + 1; possible && i < here.end; i = formula_.at(i).end)
                possible = formula_.at(i).cases > 1 || apply(i);
            pending const parts{here.index, rest};
            if (possible)
                go_on(&parts);
        }
        take_back(before);
    }
    void go_on(pending const* rest) {
        if (rest == nullptr)
            return write();
        auto const next = formula_.at(rest->part).next;
        pending const parts{next, rest->rest};
        visit(rest->part, next != 0 ? &parts : rest->rest);
    }

    // All of one that has a single case. False if no input is left.
    bool apply(std::size_t index) {
        auto const& here = formula_.at(index);
        ++steps;
        if (++repeated_ > most_repeated())
            problem = joined("the cases repeat bounds more than ", most_repeated(), " times");
        if (here.kind == kinds::bound)
            return narrow(formula_.bounds[here.index]);
        if (here.kind == kinds::constraint) {
            constraints_.push_back(here.index);
            return true;
        }
        bool possible = true;
        for (std::size_t i = index + 1; possible && i < here.end; i = formula_.at(i).end)
            if (formula_.at(i).cases == 1) // (of `any`, all others are false)
                possible = apply(i);
        return possible;
    }
    bool narrow(vnnlib_bound const& by) {
        std::size_t const slot = by.slot();
        auto const* const old = bounds_[slot];
        if (old != nullptr &&
            !(by.is_upper ? numbers_.is_less(by, *old) : numbers_.is_less(*old, by)))
            return true;
        changes_.emplace_back(slot, old);
        touch(slot);
        bounds_[slot] = &by;
        missing_ -= old == nullptr ? 1 : 0;
        auto const* const other = bounds_[slot ^ 1];
        bool const apart = other != nullptr && (by.is_upper ? numbers_.is_less(by, *other)
                                                            : numbers_.is_less(*other, by));
        has_bounds_apart = has_bounds_apart || apart;
        return !apart;
    }
    void take_back(mark const& before) {
        for (; changes_.size() > before.changes; changes_.pop_back()) {
            auto const [slot, old] = changes_.back();
            bounds_[slot] = old;
            missing_ += old == nullptr ? 1 : 0;
            touch(slot);
        }
        constraints_.resize(before.constraints);
    }

    void write() {
        if (missing_ > 0) {
            std::size_t slot = 0;
            while (bounds_[slot] != nullptr)
                ++slot;
            problem = joined("X_", slot / 2, " has no ", slot % 2 == 0 ? "lower" : "upper",
                             " bound in some case");
        } else if (constraints_.empty()) {
            problem = "some case has no constraint on outputs";
        } else if (constraints_.size() > 64) {
            problem = joined("some case has ", constraints_.size(),
                             " constraints on outputs, at most 64");
        } else {
            bool const is_same = is_of_the_same_box();
            written_ += (is_same ? 0 : bounds_.size()) + constraints_.size() * outputs_;
            if (written_ > most_numbers)
                problem = joined("the cases have more than ", most_numbers,
                                 " numbers together: ends of boxes and coefficients");
            else
                write(is_same);
        }
    }
    void write(bool is_same) {
        if (!is_same) {
            auto& made = found.emplace_back();
            made.lower.reserve(bounds_.size() / 2), made.upper.reserve(bounds_.size() / 2);
            for (std::size_t slot = 0; slot < bounds_.size(); slot += 2) {
                made.lower.push_back(bounds_[slot]->value);
                made.upper.push_back(bounds_[slot + 1]->value);
                write_between(made, slot / 2);
            }
            last_ = bounds_;
        }
        auto& row = found.back().rows.emplace_back();
        for (auto const index : constraints_) {
            auto const& sparse = formula_.constraints[index];
            auto& constraint = row.emplace_back();
            constraint.coefficients.resize(outputs_);
            for (auto const& [output, c] : sparse.coefficients)
                constraint.coefficients[output] = c;
            constraint.constant = sparse.constant;
        }
        steps += touched_.size();
        touched_.clear();
        steps += row.size() * outputs_ + (is_same ? 0 : bounds_.size());
    }
    // An end is a number between the ends.
    void write_between(vnnlib_case& made, std::size_t input) const {
        if (made.lower[input].high <= made.upper[input].low)
            return;
        for (auto const* end : {bounds_[2 * input], bounds_[2 * input + 1]})
            if (auto const text = numbers_.written(*end); !text.empty()) {
                made.between.emplace_back(input, text);
                return;
            }
    }
    // Only what was changed since the last case was written can differ from it.
    bool is_of_the_same_box() const {
        if (found.empty())
            return false;
        auto const is_same = [&](std::size_t slot) {
            return numbers_.is_same(*bounds_[slot], *last_[slot]);
        };
        bool same = true;
        if (touched_.size() < bounds_.size())
            for (std::size_t const slot : touched_)
                same = same && is_same(slot);
        else
            for (std::size_t slot = 0; same && slot < bounds_.size(); ++slot)
                same = is_same(slot);
        return same;
    }
    // (as many as there are stand for all)
    void touch(std::size_t slot) {
        if (touched_.size() < bounds_.size())
            touched_.push_back(slot);
    }

    vnnlib_formula const& formula_;
    vnnlib_numbers const& numbers_;
    std::size_t outputs_;
    std::vector<vnnlib_bound const*> bounds_; // lower and upper of each input, or none yet
    std::size_t missing_, written_ = 0, repeated_ = 0;
    std::vector<std::pair<std::size_t, vnnlib_bound const*>>
        changes_{}; // and what was there before
    std::vector<std::uint32_t> constraints_{};
    std::vector<vnnlib_bound const*> last_{}; // those of the last case
    std::vector<std::size_t> touched_{};      // since then
};

} // namespace ctnn::host::detail
