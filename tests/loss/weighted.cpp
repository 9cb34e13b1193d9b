#include <ctnn/loss/weighted.hpp>

#include <ctnn/activation/softmax.hpp>
#include <ctnn/face/batch/loss_form.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/binary_cross_entropy.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/loss/cross_entropy_from_logits.hpp>
#include <ctnn/loss/smoothed.hpp>
#include <ctnn/math/is_nan.hpp>
#include <ctnn/network/network.hpp>

#include "oracle/losses.hpp"

namespace {

using ctnn::softmax;
using ctnn::weighted, ctnn::cross_entropy;

constexpr std::array weights{1.0, 5.0, 2.0};
constexpr weighted loss{cross_entropy{}, weights};

static_assert(loss_oracle::agrees_everywhere_behind<double, softmax>(
    loss, loss_oracle::weighted_cross_entropy, 4));

// In lanes, each sample has the bits of one alone.
template <class Loss>
void check_lanes(Loss const& on) {
    using stage =
        typename ctnn::network<float, ctnn::input<1>, ctnn::dense<3, softmax>>::last_stage;
    static_assert(ctnn::batch::loss_takes_vectors<Loss, stage>);
    constexpr std::size_t group = ctnn::kernel::group<float>;
    alignas(64) float vs[3 * group], ys[3 * group], ts[3 * group], values[group];
    for (std::size_t k = 0; k < group; ++k) {
        auto const v = compare::opaque(std::array{0.25F * static_cast<float>(k), -1.5F, 2.0F});
        auto const y = softmax::forward(v);
        for (std::size_t i = 0; i < 3; ++i) {
            vs[i * group + k] = v[i];
            ys[i * group + k] = y[i];
            ts[i * group + k] = i == k % 3 ? 1.0F : 0.0F;
        }
    }
    ctnn::batch::learn_loss<stage>(on, vs, ys, ts, 1.0F, values, std::size_t{1});
    for (std::size_t k = 0; k < group; ++k) {
        auto const v = compare::opaque(std::array{0.25F * static_cast<float>(k), -1.5F, 2.0F});
        auto const y = softmax::forward(v);
        std::array const t{ts[k], ts[group + k], ts[2 * group + k]};
        CAPTURE(k);
        CHECK(values[k] == on.value(softmax{}, v, y, t));
        auto const dv = on.derivative(softmax{}, v, y, t);
        for (std::size_t i = 0; i < 3; ++i)
            CHECK(vs[i * group + k] == dv[i]);
    }
}

} // namespace

TEST_CASE("weighted classes have the oracle's loss and derivative", "[loss]") {
    loss_oracle::check_on_the_machine_behind<softmax>(loss, loss_oracle::weighted_cross_entropy, 4);
    loss_oracle::check_on_the_machine(weighted{ctnn::cross_entropy_from_logits{}, weights},
                                      loss_oracle::weighted_cross_entropy, 4);
}

TEST_CASE("a loss that wraps one with lanes has lanes", "[loss]") {
    check_lanes(loss);
    check_lanes(ctnn::smoothed<cross_entropy>{});
    check_lanes(weighted{ctnn::smoothed<cross_entropy>{}, weights});
}

TEST_CASE("yes and no have a weight each", "[loss]") {
    weighted const binary{ctnn::binary_cross_entropy{}, std::array{0.5, 4.0}};
    std::array const y = compare::opaque(std::array{0.25});
    std::array const no{0.0}, yes{1.0};
    CHECK(binary.value(y, no) == 0.5 * ctnn::binary_cross_entropy::value(y, no));
    CHECK(binary.value(y, yes) == 4 * ctnn::binary_cross_entropy::value(y, yes));
    CHECK(binary.derivative(y, yes)[0] == 4 * ctnn::binary_cross_entropy::derivative(y, yes)[0]);
}

TEST_CASE("weights that are negative or not finite have no loss", "[loss]") {
    std::array const y{0.5, 0.5}, t{1.0, 0.0};
    for (double const wrong : {-1.0, compare::infinity<double>, compare::not_a_number<double>}) {
        weighted const on{cross_entropy{}, std::array{1.0, wrong}};
        CHECK_FALSE(on.is_valid());
        CHECK(ctnn::math::is_nan(on.value(y, t)));
        CHECK(ctnn::math::is_nan(on.value(softmax{}, y, y, t)));
    }
    CHECK_FALSE(weighted{ctnn::smoothed<cross_entropy>{.smoothing = 2}, weights}.is_valid());
}
