#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ctnn/host/detail/enclosure.hpp>
#include <utility>
#include <vector>

namespace ctnn::host::detail {

// A bound of one input. The exact number is the atom at `number` in the text, or the one at that place in a list of
// those that were calculated.
struct vnnlib_bound {
    enclosure value{};
    std::uint32_t input : 30;
    std::uint32_t is_upper : 1;
    std::uint32_t is_calculated : 1;
    std::uint32_t number;

    // Which of the two bounds of all inputs it is.
    std::size_t slot() const { return 2 * std::size_t{input} + is_upper; }
};

// A constraint on outputs, without the coefficients that are 0.
struct vnnlib_sparse_constraint {
    std::vector<std::pair<std::uint32_t, double>> coefficients{};
    enclosure constant{};
};

// A formula and what is in it, in a row: each one before its parts.
class vnnlib_formula {
public:
    enum class kinds : std::uint8_t { bound, constraint, all, any };
    struct node {
        kinds kind = kinds::all;
        std::uint32_t index =
            0; // a bound or constraint; of `all`, its first part of several cases, or 0
        std::uint32_t end = 0;   // after all its parts
        std::uint32_t cases = 0; // how many, as far as they are counted
        std::uint32_t next = 0;  // the next part of several cases in the same `all`, or 0
    };
    static constexpr std::uint32_t many = 1u << 30;

    std::vector<vnnlib_bound> bounds{};
    std::vector<vnnlib_sparse_constraint> constraints{};

    node const& at(std::size_t index) const { return nodes_[index]; }
    std::size_t size() const { return nodes_.size(); }

    void add(vnnlib_bound const& bound) {
        nodes_.push_back({kinds::bound, number(bounds.size()), number(nodes_.size() + 1), 1, 0});
        bounds.push_back(bound);
    }
    void add(vnnlib_sparse_constraint constraint) {
        nodes_.push_back(
            {kinds::constraint, number(constraints.size()), number(nodes_.size() + 1), 1, 0});
        constraints.push_back(std::move(constraint));
    }
    // Begins one that is made of parts: `close` ends it, and says how many cases it has. All of none is true, any of
    // none is false.
    std::size_t open(kinds kind) {
        nodes_.push_back({kind, 0, 0, 0, 0});
        return nodes_.size() - 1;
    }
    std::uint32_t close(std::size_t index) {
        if (nodes_.size() == index + 2) { // of one part that has none, it is the part
            nodes_[index] = nodes_[index + 1];
            nodes_[index].end = number(index + 1);
            nodes_.pop_back();
            return nodes_[index].cases;
        }
        node& whole = nodes_[index];
        whole.end = number(nodes_.size());
        std::uint64_t cases = whole.kind == kinds::all ? 1 : 0;
        std::uint32_t* next = &whole.index;
        for (std::size_t i = index + 1; i < whole.end; i = nodes_[i].end) {
            std::uint64_t const more = nodes_[i].cases;
            cases = (std::min)(whole.kind == kinds::all ? cases * more : cases + more,
                               std::uint64_t{many});
            if (whole.kind == kinds::all && more > 1) {
                *next = number(i);
                next = &nodes_[i].next;
            }
        }
        whole.cases = static_cast<std::uint32_t>(cases);
        return whole.cases;
    }

private:
    std::vector<node> nodes_{};

    // (a text of 4 GB is not read)
    static std::uint32_t number(std::size_t index) { return static_cast<std::uint32_t>(index); }
};

} // namespace ctnn::host::detail
