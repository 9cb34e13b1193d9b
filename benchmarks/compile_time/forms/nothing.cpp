// What is around the multiply-adds.

#include "layer.hpp"

struct form {
    constexpr explicit form(matrix const&) {}
    constexpr void multiply(values const& x, values& y) const { y = x; }
};
static_assert(is_right<form>);

int main() {}
