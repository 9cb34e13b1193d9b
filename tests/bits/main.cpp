// Two programs from one source (item.hpp): `constants` has what the compiler computed, the others compute
// it at run time. Each prints a line for every item, its name and its digest, and compares it with
// digests.inc.
//   (no argument)   exits with 0 if all are the same and arithmetic is as written
//   contracted      exits with 0 if ctnn::arithmetic finds contraction and some digest differs; such a build has the
//                   elementary functions only
//   values NAME     prints the bits of that item's values, too, to find where two targets part

#include "groups.hpp"
#include "item.hpp"
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <ctnn/report/arithmetic.hpp>
#include <string>

namespace {

struct line {
    char const* name;
    std::uint64_t value;
};

constexpr line recorded[] = {
#if defined(CTNN_FUSED_ARITHMETIC)
#include "digests_fused.inc"
#else
#include "digests.inc"
#endif
};
constexpr std::size_t recorded_count = sizeof recorded / sizeof(line);

std::size_t checked = 0;
std::size_t different = 0;
char const* wanted = "";

template <class Scalar>
ctnn::arithmetic show_arithmetic(char const* scalar) {
    auto const found = ctnn::arithmetic::of_this_build<Scalar>();
    std::printf("%s: %s\n", scalar, found.message().c_str());
    return found;
}

} // namespace

std::uint64_t const volatile bits::zero = 0;

void bits::check(std::string const& name, std::uint64_t value) {
    bool const same = checked < recorded_count && name == recorded[checked].name &&
                      value == recorded[checked].value;
    std::printf("%s %016llx%s\n", name.c_str(), static_cast<unsigned long long>(value),
                same ? "" : " OTHER BITS");
    different += same ? 0 : 1;
    ++checked;
}

bool bits::prints_values_of(std::string const& name) {
    return name == wanted;
}

int main(int count, char** arguments) {
    bool const contracted = count == 2 && std::strcmp(arguments[1], "contracted") == 0;
    if (count == 3 && std::strcmp(arguments[1], "values") == 0)
        wanted = arguments[2];
    else if (count > 1 && !contracted)
        return 2;
#if defined(CTNN_BITS_ELEMENTARY)
    bits::check_elementary();
    bool const all_checked = checked > 0;
#else
    bits::check_everything();
    bool const all_checked = checked == recorded_count;
#endif
    auto const of_float = show_arithmetic<float>("float");
    auto const of_double = show_arithmetic<double>("double");
    std::printf("%zu of %zu items with other bits than recorded, which are %zu items\n", different,
                checked, recorded_count);
    ctnn::arithmetic const expected{.contracts = contracted};
    bool const as_expected = of_float == expected && of_double == expected && all_checked &&
                             (different > 0) == contracted;
    return as_expected ? 0 : 1;
}
