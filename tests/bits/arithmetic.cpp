// What ctnn::arithmetic finds in this build: exits with 0 if it is exactly what the arguments name,
// in float and in double.

#include <cstdio>
#include <cstring>
#include <ctnn/report/arithmetic.hpp>

namespace {

bool is_named(char const* name, int count, char** arguments) {
    for (int i = 1; i < count; ++i)
        if (std::strcmp(name, arguments[i]) == 0)
            return true;
    return false;
}

template <class Scalar>
bool is_expected(char const* scalar, int count, char** arguments) {
    auto const found = ctnn::arithmetic::of_this_build<Scalar>();
    std::printf("%s: %s\n", scalar, found.message().c_str());
    bool all = true;
    auto const compare = [&](char const* name, bool is) {
        if (is == is_named(name, count, arguments))
            return;
        all = false;
        std::printf("  NOT EXPECTED: %s is %s\n", name, is ? "true" : "false");
    };
    compare("contracts", found.contracts);
    compare("reorders", found.reorders);
    compare("takes_reciprocals", found.takes_reciprocals);
    compare("loses_signs_of_zeros", found.loses_signs_of_zeros);
    compare("flushes_subnormals", found.flushes_subnormals);
    compare("rounds_otherwise", found.rounds_otherwise);
    compare("assumes_finite", found.assumes_finite);
    return all;
}

} // namespace

int main(int count, char** arguments) {
    bool const of_float = is_expected<float>("float", count, arguments);
    bool const of_double = is_expected<double>("double", count, arguments);
    return of_float && of_double ? 0 : 1;
}
