#include <ctnn/loss/binary_cross_entropy.hpp>
#include <ctnn/loss/binary_cross_entropy_from_logits.hpp>
#include <ctnn/loss/binary_focal.hpp>
#include <ctnn/loss/cosine_similarity.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/loss/cross_entropy_from_logits.hpp>
#include <ctnn/loss/focal.hpp>
#include <ctnn/loss/hinge.hpp>
#include <ctnn/loss/huber.hpp>
#include <ctnn/loss/kullback_leibler.hpp>
#include <ctnn/loss/log_cosh.hpp>
#include <ctnn/loss/mean_absolute_error.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/loss/negative_log_likelihood.hpp>
#include <ctnn/loss/poisson.hpp>
#include <ctnn/loss/poisson_from_logarithms.hpp>
#include <ctnn/loss/quantile.hpp>
#include <ctnn/loss/smoothed.hpp>
#include <ctnn/loss/squared_hinge.hpp>

#include "../catch.hpp"
#include "loss_laws.hpp"
#include "own.hpp"

namespace {

// A loss whose targets are -1 and 1.
template <class Loss>
struct of_signs {
    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        return Loss::value(y, signs(t));
    }
    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        return Loss::derivative(y, signs(t));
    }
    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> signs(std::array<Scalar, Size> t) {
        for (Scalar& target : t)
            target = target < Scalar(0.3) ? Scalar(-1) : Scalar(1);
        return t;
    }
};

} // namespace

TEMPLATE_TEST_CASE("the laws of losses", "[laws]", ctnn::binary_cross_entropy, ctnn::cross_entropy,
                   ctnn::huber, ctnn::mean_absolute_error, ctnn::mean_squared_error,
                   ctnn::negative_log_likelihood, of_signs<ctnn::hinge>,
                   of_signs<ctnn::squared_hinge>, ctnn::log_cosh, ctnn::quantile, ctnn::poisson,
                   ctnn::poisson_from_logarithms, ctnn::cosine_similarity, ctnn::kullback_leibler,
                   ctnn::cross_entropy_from_logits, ctnn::binary_cross_entropy_from_logits,
                   ctnn::focal, ctnn::binary_focal, ctnn::smoothed<ctnn::cross_entropy>,
                   own::fourth_power) {
    using laws = laws::loss<TestType, double, 3>;
    using float_laws = ::laws::loss<TestType, float, 5>;
    static_assert(laws::gradient_agrees_with_dual_numbers(1));
    static_assert(float_laws::gradient_agrees_with_dual_numbers(2));
    for (std::uint32_t seed = 10; seed < 60; ++seed) {
        CAPTURE(seed);
        CHECK(laws::gradient_agrees_with_dual_numbers(seed));
        CHECK(float_laws::gradient_agrees_with_dual_numbers(seed));
    }
    CHECK(laws::bits_are_the_same_in_the_compiler());
    CHECK(float_laws::bits_are_the_same_in_the_compiler());
}

namespace {

template <class Loss, class Activation>
void check_that_one_step_agrees_with_two() {
    using laws = laws::loss<Loss, double, 4>;
    using float_laws = ::laws::loss<Loss, float, 3>;
    static_assert(laws::template one_step_agrees_with_two<Activation>(1));
    for (std::uint32_t seed = 10; seed < 60; ++seed) {
        CAPTURE(seed);
        CHECK(laws::template one_step_agrees_with_two<Activation>(seed));
        CHECK(float_laws::template one_step_agrees_with_two<Activation>(seed));
    }
}

} // namespace

TEST_CASE("a loss as one with an activation agrees with both in turn", "[laws]") {
    check_that_one_step_agrees_with_two<ctnn::cross_entropy, ctnn::softmax>();
    check_that_one_step_agrees_with_two<ctnn::binary_cross_entropy, ctnn::sigmoid>();
    check_that_one_step_agrees_with_two<ctnn::negative_log_likelihood, ctnn::log_softmax>();
    check_that_one_step_agrees_with_two<ctnn::kullback_leibler, ctnn::softmax>();
    check_that_one_step_agrees_with_two<ctnn::focal, ctnn::softmax>();
    check_that_one_step_agrees_with_two<ctnn::binary_focal, ctnn::sigmoid>();
    check_that_one_step_agrees_with_two<ctnn::smoothed<ctnn::cross_entropy>, ctnn::softmax>();
}
