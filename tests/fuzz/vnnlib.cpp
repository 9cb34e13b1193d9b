// Properties in VNN-LIB: whatever the bytes are, they are a property or a problem with its line. Of a property that was
// read, boxes have their ends in order, numbers are finite, and what is to be proven agrees with what is a counterexample.

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <ctnn/host/vnnlib.hpp>
#include <ctnn/number/next_above.hpp>

#include "expect.hpp"

namespace {

using ctnn::host::vnnlib, ctnn::host::vnnlib_case;
using ctnn::host::detail::enclosure;

void check_number(enclosure const& x) {
    expect(x.is_finite(), "a number is not finite");
    expect(x.low == x.high || ctnn::number::next_above(x.low) == x.high,
           "a number is not between two neighbours");
}

template <class T>
void check_boxes(vnnlib_case const& one) {
    auto const around = one.inputs<T, 2>(), inside = one.inside<T, 2>();
    for (std::size_t i = 0; i < 2; ++i) {
        if (!(std::isfinite(around.lower[i]) && std::isfinite(around.upper[i])))
            continue; // (no room for it)
        expect(around.lower[i] <= around.upper[i], "the ends of a box are in the wrong order");
        if (inside.lower[i] <= inside.upper[i])
            expect(around.lower[i] <= inside.lower[i] && inside.upper[i] <= around.upper[i] &&
                       static_cast<double>(inside.lower[i]) >= one.lower[i].high &&
                       static_cast<double>(inside.upper[i]) <= one.upper[i].low,
                   "the inside of a box is not inside");
        else
            expect(ctnn::number::next_above(around.lower[i]) >= around.upper[i] ||
                       one.lower[i].low == one.lower[i].high,
                   "there is a number between the ends");
    }
}

void check_outputs(vnnlib_case const& one) {
    constexpr double some[] = {0, -1, 0.1, 2.5, 1e300, -5e-324, 7};
    auto const wanted = one.wanted<2>();
    expect(wanted.is_valid(), "what is to be proven is not valid");
    for (double const a : some)
        for (double const b : some) {
            std::array<double, 2> const y{a, b};
            expect(!one.is_violated_by(y) || wanted.is_violated_by(y),
                   "a counterexample has what is wanted");
            expect(!(wanted.margin_of(y) > 0) || !wanted.is_violated_by(y),
                   "outputs have what is wanted and have it not");
        }
}

void check(vnnlib const& property) {
    expect(!property.cases.empty(), "a property without cases is no problem");
    for (auto const& one : property.cases) {
        expect(one.lower.size() == property.inputs && one.upper.size() == property.inputs,
               "an input has no bounds");
        for (std::size_t i = 0; i < property.inputs; ++i) {
            check_number(one.lower[i]), check_number(one.upper[i]);
            expect(one.lower[i].low <= one.upper[i].high, "a lower bound is above an upper one");
        }
        expect(!one.rows.empty(), "a case has no rows");
        for (auto const& row : one.rows) {
            expect(!row.empty() && row.size() <= 64, "a row has no constraints, or too many");
            for (auto const& constraint : row) {
                check_number(constraint.constant);
                bool any = false;
                expect(constraint.coefficients.size() == property.outputs,
                       "a constraint is on other outputs");
                for (double const c : constraint.coefficients) {
                    expect(std::isfinite(c), "a coefficient is not finite");
                    any = any || c != 0;
                }
                expect(any, "a constraint is on no output");
            }
        }
        if (property.inputs == 2)
            check_boxes<float>(one), check_boxes<double>(one);
        if (property.outputs == 2)
            check_outputs(one);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    auto const read =
        ctnn::host::read_vnnlib(std::string_view(reinterpret_cast<char const*>(bytes), size));
    if (read.problem)
        expect(read.property.cases.empty() && !read.problem.message().empty(),
               "a problem has cases, or no reason");
    else
        check(read.property);
    return 0;
}
