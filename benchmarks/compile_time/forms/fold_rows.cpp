// A fold expression for each row: a multiplication, an addition and a store for each weight.

#include "layer.hpp"

template <class Columns>
struct form;
template <std::size_t... J>
struct form<std::index_sequence<J...>> {
    matrix m;

    constexpr explicit form(matrix const& from) : m(from) {}
    constexpr void multiply(values const& x, values& y) const {
        double const* const from = x.data();
        double* const to = y.data();
        double const* row = m.data();
        for (std::size_t i = 0; i < size; ++i, row += size)
            ((to[J] += from[i] * row[J]), ...);
    }
};
static_assert(is_right<form<columns>>);

int main() {}
