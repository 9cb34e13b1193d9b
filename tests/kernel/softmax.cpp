#include <ctnn/kernel/softmax.hpp>

#include <array>
#include <cstddef>

#include "faces.hpp"

namespace {

struct softmax {
    template <class Scalar, std::size_t Size>
    static constexpr auto run(seeded::random_numbers& numbers) {
        auto const x = faces::draw<Scalar, Size>(numbers);
        // Some are so far below the largest that they become zero.
        auto apart = x;
        for (std::size_t i = 0; i < Size; i += 2)
            apart[i] *= Scalar(400);
        std::array<std::array<Scalar, Size>, 3> y{};
        ctnn::kernel::softmax<Size>(x.data(), y[0].data());
        ctnn::kernel::softmax<Size>(apart.data(), y[1].data());
        y[2] = x; // (of a single number softmax is 1, whatever it is)
        return y;
    }
};

} // namespace

TEMPLATE_TEST_CASE("softmax has the same bits in the compiler and on the machine", "[kernel]",
                   float, double) {
    faces::check_arrays<softmax, TestType>();
}
