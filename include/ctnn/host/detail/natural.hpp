#pragma once

#include <algorithm>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ctnn::host::detail {

// A natural number, as long as it takes: limbs of 32 bits, the lowest first, the highest not 0.
class natural {
public:
    natural() = default;
    explicit natural(std::uint64_t number) {
        for (; number != 0; number >>= 32)
            limbs_.push_back(static_cast<std::uint32_t>(number));
    }

    bool is_zero() const { return limbs_.empty(); }
    bool is_one() const { return limbs_.size() == 1 && limbs_[0] == 1; }
    std::size_t bits() const {
        return is_zero()
                   ? 0
                   : 32 * limbs_.size() - static_cast<std::size_t>(std::countl_zero(limbs_.back()));
    }

    void multiply_add(std::uint32_t factor, std::uint32_t addend) {
        std::uint64_t carry = addend;
        for (auto& limb : limbs_) {
            carry += std::uint64_t{limb} * factor;
            limb = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0)
            limbs_.push_back(static_cast<std::uint32_t>(carry));
        trim();
    }
    void multiply_by_power_of_10(std::size_t power) {
        for (; power >= 9; power -= 9)
            multiply_add(1'000'000'000, 0);
        for (; power > 0; --power)
            multiply_add(10, 0);
    }
    void shift_left(std::size_t count) {
        if (is_zero())
            return;
        if (count % 32 != 0)
            multiply_add(std::uint32_t{1} << (count % 32), 0);
        limbs_.insert(limbs_.begin(), count / 32, 0);
    }
    // (not of more than this)
    void subtract(natural const& other) {
        std::uint32_t borrow = 0;
        for (std::size_t i = 0; i < limbs_.size(); ++i) {
            std::uint64_t const by = std::uint64_t{other.limb(i)} + borrow;
            borrow = limbs_[i] < by ? 1 : 0;
            limbs_[i] -= static_cast<std::uint32_t>(by);
        }
        trim();
    }

    friend natural operator+(natural const& a, natural const& b) {
        natural sum;
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < (std::max)(a.limbs_.size(), b.limbs_.size()) || carry != 0;
             ++i) {
            carry += std::uint64_t{a.limb(i)} + b.limb(i);
            sum.limbs_.push_back(static_cast<std::uint32_t>(carry));
            carry >>= 32;
        }
        return sum;
    }
    friend natural operator*(natural const& a, natural const& b) {
        if (a.is_one() || b.is_one())
            return a.is_one() ? b : a;
        natural product;
        product.limbs_.assign(a.limbs_.size() + b.limbs_.size(), 0);
        for (std::size_t i = 0; i < a.limbs_.size(); ++i) {
            std::uint64_t carry = 0;
            for (std::size_t j = 0; j < b.limbs_.size() || carry != 0; ++j) {
                carry += std::uint64_t{a.limbs_[i]} * b.limb(j) + product.limbs_[i + j];
                product.limbs_[i + j] = static_cast<std::uint32_t>(carry);
                carry >>= 32;
            }
        }
        product.trim();
        return product;
    }
    friend bool operator==(natural const&, natural const&) = default;
    friend std::strong_ordering operator<=>(natural const& a, natural const& b) {
        if (a.limbs_.size() != b.limbs_.size())
            return a.limbs_.size() <=> b.limbs_.size();
        for (std::size_t i = a.limbs_.size(); i-- > 0;)
            if (a.limbs_[i] != b.limbs_[i])
                return a.limbs_[i] <=> b.limbs_[i];
        return std::strong_ordering::equal;
    }

private:
    std::uint32_t limb(std::size_t i) const { return i < limbs_.size() ? limbs_[i] : 0; }
    void trim() {
        while (!limbs_.empty() && limbs_.back() == 0)
            limbs_.pop_back();
    }

    std::vector<std::uint32_t> limbs_{};
};

} // namespace ctnn::host::detail
