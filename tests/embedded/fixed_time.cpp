// Inference takes the same instructions for all numbers where the board computes with them: 1000 random
// inputs and extremes. Run with -icount shift=8 (counter.hpp).

#include "console.hpp"
#include "counter.hpp"

#include "../../benchmarks/embedded/nets/a.hpp"
#include "../../benchmarks/embedded/nets/b.hpp"
#include "../../benchmarks/embedded/nets/digits.hpp"

#include <cstdint>
#include <ctnn/ctnn.hpp>
#include <limits>

namespace {

template <class Net>
[[gnu::noinline]] std::uint32_t instructions(typename Net::network::input_type const& x) {
    return counter::of([&x]() __attribute__((noinline)) {
        auto const y = Net::initial(x);
        asm volatile("" ::"m"(y));
    });
}

template <class Net>
bool check() {
    using network = typename Net::network;
    using limits = std::numeric_limits<float>;
    std::uint32_t const expected = instructions<Net>(nets::input<network>(0));
    std::uint32_t different = 0;
    for (std::uint32_t seed = 1; seed < 1000; ++seed) {
        auto x = nets::input<network>(seed);
        for (float& value : x)
            value *= static_cast<float>(seed % 7 * seed % 31); // into the ends of tanh and exp
        different += instructions<Net>(x) != expected;
    }
    for (float const extreme :
         {0.0F, -0.0F, limits::max(), -limits::max(), limits::min(), limits::denorm_min(),
          limits::infinity(), -limits::infinity(), limits::quiet_NaN()}) {
        typename network::input_type x{};
        x.fill(extreme);
        different += instructions<Net>(x) != expected;
        x = nets::input<network>(1);
        x[1] = extreme;
        different += instructions<Net>(x) != expected;
    }
    print(Net::name);
    print(expected > 100 && different == 0 ? " takes the same instructions for all inputs\n"
                                           : " TAKES OTHER INSTRUCTIONS FOR OTHER INPUTS\n");
    return expected > 100 && different == 0;
}

} // namespace

int main() {
    counter::start();
    bool same = check<nets::a>();
    same &= check<nets::b>();
    same &= check<nets::digits>();
    return same ? 0 : 1;
}
