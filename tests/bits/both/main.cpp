// Exits with 0 if each arithmetic has the same bits in the compiler and on the machine, and the two
// have different ones.

#include "result.hpp"
#include <bit>
#include <cstdint>
#include <cstdio>

namespace {

std::uint32_t bits(float x) {
    return std::bit_cast<std::uint32_t>(x);
}

bool show(char const* name, result const& found) {
    std::printf("%s: %a in a constant, %a by a recipe, %a on the machine\n", name,
                static_cast<double>(found.in_constant), static_cast<double>(found.by_recipe),
                static_cast<double>(found.on_machine));
    return bits(found.in_constant) == bits(found.on_machine) &&
           bits(found.by_recipe) == bits(found.on_machine);
}

} // namespace

int main() {
    auto const separate = separate_result();
    auto const fused = fused_result();
    bool const same = show("separate", separate) && show("fused", fused);
    bool const different = bits(separate.on_machine) != bits(fused.on_machine);
    return same && different && !separate.is_fused && fused.is_fused ? 0 : 1;
}
