// Ranges of activations beside what every number of every format of 8 and 16 bits gives:
//
//     ctnn_soundness_fixed_ranges STRIDE
//
// Every interval of one number and of two neighbours is tried, and every STRIDE-th of longer ones.

#include <cstdlib>
#include <utility>

#include "../verify/fixed_range_oracle.hpp"

namespace {

using fixed_ranges::tally;

template <class T>
struct every_activation {
    std::size_t stride;
    tally* total;

    template <class Activation>
    void operator()(char const* name) const {
        tally const found = fixed_ranges::every_number<T, Activation>(stride);
        if (found.outside > 0)
            std::printf("%s with %d and %d bits: %llu of %llu are outside\n", name, T::integer_bits,
                        T::fraction_bits, static_cast<unsigned long long>(found.outside),
                        static_cast<unsigned long long>(found.intervals));
        total->add(found);
    }
};

template <int Bits, int... Fraction>
void try_formats(std::size_t stride, tally& total, std::integer_sequence<int, Fraction...>) {
    (fixed_ranges::for_each_activation(
         every_activation<ctnn::fixed_point<Bits - 2 - Fraction, Fraction + 1>>{stride, &total}),
     ...);
}

} // namespace

int main(int count, char** arguments) {
    std::size_t const stride = count == 2 ? std::strtoull(arguments[1], nullptr, 10) : 0;
    if (stride == 0) {
        std::puts("usage: ctnn_soundness_fixed_ranges STRIDE");
        return 2;
    }
    tally total;
    try_formats<8>(1, total, std::make_integer_sequence<int, 6>{});
    try_formats<16>(stride, total, std::make_integer_sequence<int, 14>{});
    std::printf("%llu intervals, %llu outside\n", static_cast<unsigned long long>(total.intervals),
                static_cast<unsigned long long>(total.outside));
    return total.outside == 0 ? 0 : 1;
}
