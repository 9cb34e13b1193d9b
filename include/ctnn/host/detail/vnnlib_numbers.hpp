#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/host/detail/rational.hpp>
#include <ctnn/host/detail/read_number.hpp>
#include <ctnn/host/detail/vnnlib_formula.hpp>
#include <string_view>
#include <utility>
#include <vector>

namespace ctnn::host::detail {

// The exact numbers of bounds. Two doubles beside each tell nearly all of them apart; the rest is read again.
class vnnlib_numbers {
public:
    explicit vnnlib_numbers(std::string_view text) : text_(text) {}

    std::uint32_t place_of(std::string_view atom) const {
        return static_cast<std::uint32_t>(atom.data() - text_.data());
    }
    std::uint32_t keep(rational number) {
        calculated_.push_back(std::move(number));
        return static_cast<std::uint32_t>(calculated_.size() - 1);
    }
    // The number as it is written, if it is.
    std::string_view written(vnnlib_bound const& bound) const {
        if (bound.is_calculated)
            return {};
        std::size_t const end = text_.find_first_of(" \t\r\n\v\f();|\"", bound.number);
        return text_.substr(bound.number, end == text_.npos ? end : end - bound.number);
    }
    rational exact(vnnlib_bound const& bound) const {
        if (bound.is_calculated)
            return calculated_[bound.number];
        rational value;
        read_number(written(bound), value);
        return value;
    }
    bool is_same(vnnlib_bound const& a, vnnlib_bound const& b) const {
        return &a == &b ||
               (a.value == b.value && (a.value.is_exact() || (!is_less(a, b) && !is_less(b, a))));
    }
    bool is_less(vnnlib_bound const& a, vnnlib_bound const& b) const {
        if (a.value.high <= b.value.low)
            return a.value.high < b.value.low || !a.value.is_exact() || !b.value.is_exact();
        if (a.value.low >= b.value.high)
            return false;
        if (!a.is_calculated && !b.is_calculated && written(a) == written(b))
            return false;
        return exact(a) < exact(b);
    }

private:
    std::string_view text_;
    std::vector<rational> calculated_{};
};

} // namespace ctnn::host::detail
