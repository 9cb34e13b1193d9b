#pragma once

#include <boost/hana/fold_left.hpp>
#include <boost/hana/fold_right.hpp>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/face/batch/activation_form.hpp>
#include <ctnn/face/batch/layers.hpp>
#include <ctnn/face/batch/loss_form.hpp>
#include <ctnn/kernel/batch_outer.hpp>
#include <ctnn/kernel/group.hpp>
#include <ctnn/kernel/transpose.hpp>

namespace ctnn::batch {
CTNN_ARITHMETIC_BEGIN

// Samples that are learnt from at once: what each layer saw of them, and then the sums of their
// gradients. The bits are those of one sample after the other.
template <class Network>
class samples_at_once {
    using scalar = typename Network::scalar;
    using last = typename Network::last_stage;
    using layers = layers_of<Network>;
    static constexpr std::size_t group = kernel::group<scalar>;
    static constexpr std::size_t most_groups = groups_at_once<Network>;

public:
    static constexpr std::size_t most_samples = group * most_groups;

    // samples[k] points to sample k of them. Afterwards losses()[k] is its loss; its gradient
    // has been multiplied by weight.
    // In `memory` is what the rule of the plan remembers.
    template <class Loss, class Sample, class Rule, class... Memory>
    [[gnu::flatten]] void learn(Network& net, Loss const& loss, Sample const* const* samples,
                                scalar weight, kernel::batch_sums<Rule> const& plan,
                                Network& gradient, Memory&... memory) {
        std::size_t const groups = (plan.samples + group - 1) / group;
        for (std::size_t g = 0; g < groups; ++g) {
            Sample const* const* const chosen = samples + g * group;
            kernel::to_lanes<Network::input_size>(
                [=](std::size_t k) { return chosen[k]->input.data(); },
                input_ + g * Network::input_size * group);
            kernel::to_lanes<Network::output_size>(
                [=](std::size_t k) { return chosen[k]->target.data(); },
                target_ + g * Network::output_size * group);
        }
        forward(net, groups);
        auto& record = records_.template at<last::index>();
        learn_loss<last>(loss, record.preactivation, record.value, target_, weight, losses_,
                         groups);
        backward(net, groups, plan, gradient, memory...);
    }

    scalar const* losses() const { return losses_; }

private:
    template <class Stage>
    using activate =
        activation_form<typename Stage::activation, typename Stage::scalar, Stage::output_size>;

    void forward(Network const& net, std::size_t groups) {
        boost::hana::fold_left(typename Network::stages{}, static_cast<scalar const*>(input_),
                               [&, this](scalar const* in, auto stage) {
                                   using here = decltype(stage);
                                   auto& record = records_.template at<here::index>();
                                   form_of<here>::type::forward(net.template layer<here::index>(),
                                                                in, record.preactivation, groups);
                                   activate<here>::forward(record.preactivation, record.value,
                                                           groups);
                                   return static_cast<scalar const*>(record.value);
                               });
    }

    // As placed/detail/backward.hpp; a layer's derivative takes the place of its preactivation.
    template <class Rule, class... Memory>
    void backward(Network& net, std::size_t groups, kernel::batch_sums<Rule> const& plan,
                  Network& gradient, Memory&... memory) {
        boost::hana::fold_right(
            typename Network::stages{},
            static_cast<scalar*>(records_.template at<last::index>().preactivation),
            [&, this](auto stage, scalar* dv) {
                using here = decltype(stage);
                using form = typename form_of<here>::type;
                scalar const* in = input_;
                scalar* before = nullptr;
                if constexpr (here::index > 0) {
                    auto& record = records_.template at<here::index - 1>();
                    in = record.value;
                    before = record.preactivation;
                    form::backward(net.template layer<here::index>(), in, dv, derivative_, groups);
                }
                if constexpr (here::has_parameters)
                    form::accumulate_or_update(plan, net.template layer<here::index>(), in, dv,
                                               gradient.template layer<here::index>(), scratch_,
                                               memory.template layer<here::index>()...);
                if constexpr (here::index > 0)
                    activate<typename Network::template stage<here::index - 1>>::backward(
                        before, in, derivative_, before, groups);
                return before;
            });
    }

    alignas(64) scalar input_[Network::input_size * most_samples];
    alignas(64) scalar target_[Network::output_size * most_samples];
    alignas(64) scalar derivative_[layers::widest * most_samples];
    alignas(64) scalar scratch_[layers::scratch * most_groups];
    alignas(64) scalar losses_[most_samples];
    typename layers::template with_groups<most_groups>::records records_;
};

CTNN_ARITHMETIC_END
} // namespace ctnn::batch
