// Vectors of 64 lanes, packed once and kept; their sum written as a fold expression.

#include "layer.hpp"

template <class Columns>
struct form;
template <std::size_t... I>
struct form<std::index_sequence<I...>> {
    using row = ctnn::kernel::wide<double, size>;
    row rows[size]{};

    constexpr explicit form(matrix const& from) {
        for (std::size_t i = 0; i < size; ++i)
            ctnn::kernel::pack<double, size, size>(from.data() + i * size, rows[i]);
    }
    constexpr void multiply(values const& x, values& y) const {
        double const* const from = x.data();
        row sum;
        ctnn::kernel::pack<double, size, size>(y.data(), sum);
        ((sum = sum + from[I] * rows[I]), ...);
        ctnn::kernel::unpack<double, size, size>(sum, y.data());
    }
};
static_assert(is_right<form<columns>>);

int main() {}
