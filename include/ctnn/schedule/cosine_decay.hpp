#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <concepts>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/memory.hpp>
#include <ctnn/concept/detail/update_rule.hpp>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/concept/setting.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/math/cos.hpp>
#include <type_traits>

namespace ctnn {
namespace error {

template <class Optimizer>
struct schedule_of_optimizer {
    struct lacks_a_learning_rate_of_floating_point {};
};

} // namespace error

namespace detail {

template <class Optimizer>
constexpr auto schedule_diagnosis() {
    if constexpr (requires(Optimizer optimizer) {
                      requires std::floating_point<decltype(optimizer.learning_rate)>;
                  })
        return error::none{};
    else
        return typename error::schedule_of_optimizer<
            Optimizer>::lacks_a_learning_rate_of_floating_point{};
}

} // namespace detail

/// An optimizer whose learning rate falls along half a cosine, from its own to `final_learning_rate` in `steps` steps,
/// then stays there: final + (initial - final) (1 + cos(pi step / steps)) / 2.
///
/// Shape:    Optimizer: one with a `learning_rate`. Steps, not epochs: an epoch has as many as it has batches.
/// Cost:     one cosine for each step, in float, or in double where the network computes in double. It remembers what
///           the optimizer remembers.
/// Errors:   those of the optimizer; `train` and `train_step` also refuse a `steps` of 0 and a final rate that is
///           negative, not finite or beyond the network's scalar. An optimizer without a `learning_rate`, such as another
///           schedule, does not compile.
/// Source:   I. Loshchilov, F. Hutter, "SGDR: stochastic gradient descent with warm restarts", 2017, equation 5, without
///           restarts; torch.optim.lr_scheduler.CosineAnnealingLR until its last step.
/// Example:  docs/examples/optimizers.cpp
template <class Optimizer>
    requires detail::fits<decltype(detail::schedule_diagnosis<Optimizer>())>
struct cosine_decay {
    Optimizer optimizer{};
    std::size_t steps = 1000;
    double final_learning_rate = 0;

    static constexpr std::size_t square_roots = detail::square_roots_of<Optimizer>;

    using wrapped = Optimizer;
    template <class T>
    using memory = typename detail::memory_for<Optimizer, T>::type;

    template <concepts::scalar Scalar>
    [[gnu::always_inline]] constexpr char const* problem() const {
        if (steps == 0)
            return "steps is 0";
        if (!is_finite_and_not_negative(final_learning_rate))
            return "final_learning_rate is negative or not finite";
        if (saturates<Scalar>(final_learning_rate))
            return "final_learning_rate is more than the network's scalar can hold";
        if constexpr (customization::checks_settings_in<Optimizer, Scalar>)
            return optimizer.template problem<Scalar>();
        else
            return nullptr;
    }

    template <concepts::scalar Scalar>
    [[gnu::always_inline]] constexpr auto at(std::size_t step) const {
        using floating = std::conditional_t<(sizeof(Scalar) > 4), double, float>;
        floating const part =
            step < steps ? static_cast<floating>(step) / static_cast<floating>(steps) : floating(1);
        floating const half =
            (floating(1) + math::cos(floating(3.14159265358979323846) * part)) / 2;
        auto const first = static_cast<floating>(optimizer.learning_rate);
        auto const last = static_cast<floating>(final_learning_rate);
        Optimizer now = optimizer;
        now.learning_rate = static_cast<decltype(now.learning_rate)>(last + (first - last) * half);
        return detail::constants_at<Scalar>(now, step);
    }

    template <class Values, class Constants>
    [[gnu::always_inline]] static constexpr void update(Values& parameter, Values const& derivative,
                                                        memory<Values>& past,
                                                        Constants const& with) {
        Optimizer::update(parameter, derivative, past, with);
    }

    template <class Network>
    constexpr void
    prepare(Network& gradient) const requires customization::prepares<Optimizer, Network> {
        optimizer.prepare(gradient);
    }
    template <class Network>
    constexpr void
    project(Network& net) const requires customization::projects<Optimizer, Network> {
        optimizer.project(net);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
