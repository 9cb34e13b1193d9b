#include <ctnn/kernel/update_each.hpp>

#include <array>
#include <cstddef>

#include "faces.hpp"
#include "rules.hpp"

namespace {

struct update_each {
    template <class Scalar, std::size_t Size>
    static constexpr auto run(seeded::random_numbers& numbers) {
        auto const derivatives = faces::draw<Scalar, Size>(numbers);
        auto p = faces::draw<Scalar, Size>(numbers);
        auto last = faces::draw<Scalar, Size>(numbers), sum = faces::draw<Scalar, Size>(numbers);
        ctnn::kernel::update_each<Size>(rules::two_numbers{}, derivatives.data(), p.data(),
                                        last.data(), sum.data());
        return rules::joined(p, last, sum);
    }
};
struct descent {
    template <class Scalar, std::size_t Size>
    static constexpr auto run(seeded::random_numbers& numbers) {
        auto const derivatives = faces::draw<Scalar, Size>(numbers);
        auto p = faces::draw<Scalar, Size>(numbers);
        ctnn::kernel::update_each<Size>(ctnn::kernel::descent<Scalar>{Scalar(0.3)},
                                        derivatives.data(), p.data());
        return p;
    }
};

} // namespace

TEMPLATE_TEST_CASE("update_each has the same bits in the compiler and on the machine", "[kernel]",
                   float, double) {
    faces::check_arrays<update_each, TestType>();
    faces::check_arrays<descent, TestType>();
}
