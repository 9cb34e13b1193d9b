#include <ctnn/kernel/affine.hpp>
#include <ctnn/kernel/batch_affine.hpp>

#include "groups.hpp"

namespace {

struct affine {
    template <class Scalar, std::size_t Inputs, std::size_t Outputs>
    static void run() {
        constexpr std::size_t count = 2 * ctnn::kernel::group<Scalar>;
        seeded::random_numbers numbers(3);
        auto const weights = faces::draw<Scalar, Inputs * Outputs>(numbers);
        auto const biases = faces::draw<Scalar, Outputs>(numbers);
        groups::samples<Scalar, Inputs> const x(numbers, count, 2);
        std::vector<Scalar> y(count * Outputs);
        ctnn::kernel::batch_affine<Inputs, Outputs>(x.grouped.data(), weights.data(), biases.data(),
                                                    y.data(), 2);
        CAPTURE(Inputs, Outputs, sizeof(Scalar));
        CHECK(groups::count_different<Outputs>(y, count, [&](std::size_t k) {
                  std::array<Scalar, Outputs> one{};
                  ctnn::kernel::affine<Inputs, Outputs>(x.each[k].data(), weights.data(),
                                                        biases.data(), one.data());
                  return one;
              }) == 0);
    }
};

} // namespace

TEMPLATE_TEST_CASE("batch_affine gives each sample the bits of affine", "[kernel]", float, double) {
    groups::check_shapes<affine, TestType>();
}
