#include <ctnn/loss/binary_cross_entropy_from_logits.hpp>
#include <ctnn/loss/cross_entropy_from_logits.hpp>

#include "oracle/losses.hpp"

namespace {

constexpr ctnn::cross_entropy_from_logits loss{};
constexpr ctnn::binary_cross_entropy_from_logits binary{};

static_assert(loss_oracle::agrees_everywhere<double>(loss, loss_oracle::cross_entropy_from_logits,
                                                     2));
static_assert(loss_oracle::agrees_everywhere<double>(binary,
                                                     loss_oracle::binary_cross_entropy_from_logits,
                                                     2));

} // namespace

TEST_CASE("cross-entropies from logits and their derivatives are the oracle's", "[loss]") {
    loss_oracle::check_on_the_machine(loss, loss_oracle::cross_entropy_from_logits, 2);
    loss_oracle::check_on_the_machine(binary, loss_oracle::binary_cross_entropy_from_logits, 2);
    loss_oracle::check_that_nan_stays_nan(binary);
}

TEST_CASE("cross-entropies from logits have the bits of those after softmax and sigmoid",
          "[loss]") {
    auto const v = compare::opaque(std::array{1.5, -40.0, 3e5});
    std::array const t{0.0, 1.0, 0.0};
    auto const p = ctnn::softmax::forward(v);
    CHECK(loss.value(v, t) == ctnn::cross_entropy::value(ctnn::softmax{}, v, p, t));
    CHECK(loss.derivative(v, t) == ctnn::cross_entropy::derivative(ctnn::softmax{}, v, p, t));
    std::array<double, 3> s{};
    for (std::size_t i = 0; i < 3; ++i)
        s[i] = ctnn::sigmoid::value(v[i]);
    CHECK(binary.value(v, t) == ctnn::binary_cross_entropy::value(ctnn::sigmoid{}, v, s, t));
    CHECK(binary.value(v, t) < compare::infinity<double>);
}
