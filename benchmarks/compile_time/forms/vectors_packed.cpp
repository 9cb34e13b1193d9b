// Vectors of 64 lanes, packed anew for each row: the weights stay numbers.

#include "layer.hpp"

struct form {
    using row = ctnn::kernel::wide<double, size>;
    matrix m;

    constexpr explicit form(matrix const& from) : m(from) {}
    constexpr void multiply(values const& x, values& y) const {
        double const* const from = x.data();
        double const* weights = m.data();
        row sum;
        ctnn::kernel::pack<double, size, size>(y.data(), sum);
        for (std::size_t i = 0; i < size; ++i, weights += size) {
            row packed;
            ctnn::kernel::pack<double, size, size>(weights, packed);
            sum = sum + from[i] * packed;
        }
        ctnn::kernel::unpack<double, size, size>(sum, y.data());
    }
};
static_assert(is_right<form>);

int main() {}
