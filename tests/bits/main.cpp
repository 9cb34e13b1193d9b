// Two programs from one source (item.hpp). `constants` prints a line for each item, its name and the
// digest that the compiler computed. `bits` has these lines in it, computes everything at run time,
// prints its own lines and compares: it exits with 0 if all are the same.
//   bits NAME    prints the bits of that item's values before its line, to find where two targets part

#include "groups.hpp"
#include "item.hpp"
#include "machine.hpp"
#include <cstdint>
#include <cstdio>
#include <string>

namespace {

struct line {
    char const* name;
    std::uint64_t value;
};

constexpr line expected[] = {
#ifdef CTNN_BITS_EXPECTED
#include "expected.inc"
#endif
    {nullptr, 0}};
constexpr std::size_t expected_count = sizeof expected / sizeof(line) - 1;

std::size_t checked = 0;
std::size_t different = 0;
char const* wanted = "";

template <class Scalar>
void explain(char const* scalar) {
    if (bits::contracts<Scalar>())
        std::printf("this build contracts: %s a * b + c is rounded once\n", scalar);
    if (bits::reassociates<Scalar>())
        std::printf("this build puts sums of %s in another order\n", scalar);
    if (bits::flushes_subnormals<Scalar>())
        std::printf("this build takes subnormal numbers of %s for 0\n", scalar);
}

} // namespace

std::uint64_t const volatile bits::zero = 0;

void bits::check(std::string const& name, std::uint64_t value) {
    std::printf("%s %016llx", name.c_str(), static_cast<unsigned long long>(value));
    if (expected_count > 0 && (checked >= expected_count || name != expected[checked].name ||
                               value != expected[checked].value)) {
        ++different;
        std::printf(" OTHER BITS");
    }
    std::printf("\n");
    ++checked;
}

bool bits::prints_values_of(std::string const& name) {
    return name == wanted;
}

int main(int count, char** arguments) {
    if (count > 1)
        wanted = arguments[1];
    bits::check_exponentials<float>();
    bits::check_exponentials<double>();
    bits::check_logarithms_and_others<float>();
    bits::check_logarithms_and_others<double>();
    bits::check_activations<float>();
    bits::check_activations<double>();
    bits::check_losses<float>();
    bits::check_losses<double>();
    bits::check_networks<float>();
    bits::check_networks<double>();
    bits::check_widths<float>();
    bits::check_widths<double>();
    bits::check_training<float>();
    bits::check_training<double>();
    bits::check_draws();
    if (expected_count == 0)
        return 0;
    if (checked < expected_count)
        different += expected_count - checked;
    explain<float>("float");
    explain<double>("double");
    std::printf("%zu items, %zu with other bits than the compiler's constants\n", checked,
                different);
    return different == 0 ? 0 : 1;
}
