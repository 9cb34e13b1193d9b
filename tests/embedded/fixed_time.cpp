// How many instructions inference takes, the same for all numbers where the board computes with them: 1000
// random inputs and extremes.

#include "console.hpp"
#include "counter.hpp"
#include "number.hpp"

#include "../../benchmarks/embedded/nets/a.hpp"
#include "../../benchmarks/embedded/nets/b.hpp"
#include "../../benchmarks/embedded/nets/digits.hpp"
#include "other_activations.hpp"
#include "recurrent.hpp"

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

// Software computes floats in more steps or fewer.
constexpr bool must_be_constant = ctnn::kernel::is_in_hardware<float>;

template <class Net>
bool check() {
    using network = typename Net::network;
    using limits = std::numeric_limits<float>;
    std::uint32_t least = 0xffffffff, most = 0;
    auto const count = [&least, &most](typename network::input_type const& x) {
        std::uint32_t const taken = instructions<Net>(x);
        least = taken < least ? taken : least;
        most = taken > most ? taken : most;
    };
    for (std::uint32_t seed = 0; seed < 1000; ++seed) {
        auto x = nets::input<network>(seed);
        if (seed > 0)
            for (float& value : x)
                value *= static_cast<float>(seed % 7 * seed % 31); // into the ends of tanh and exp
        count(x);
    }
    for (float const extreme :
         {0.0F, -0.0F, limits::max(), -limits::max(), limits::min(), limits::denorm_min(),
          limits::infinity(), -limits::infinity(), limits::quiet_NaN()}) {
        typename network::input_type x{};
        x.fill(extreme);
        count(x);
        x = nets::input<network>(1);
        x[1] = extreme;
        count(x);
    }
    print(Net::name);
    print(": ");
    print_number(least, 10);
    print(" to ");
    print_number(most, 10);
    print(" instructions\n");
    return least > 100 && (least == most || !must_be_constant);
}

} // namespace

int main() {
    bool same = check<nets::a>();
    same &= check<nets::b>();
    same &= check<nets::digits>();
    same &= check<nets::gates>();
    same &= check<nets::hard>();
    same &= check<nets::recurrent>();
    print(same ? "" : "INSTRUCTIONS DEPEND ON THE INPUT, OR NOTHING WAS COUNTED\n");
    return same ? 0 : 1;
}
