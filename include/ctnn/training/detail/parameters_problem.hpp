#pragma once

#include <cstddef>
#include <ctnn/placed/detail/all_finite.hpp>
#include <ctnn/training/training_problem.hpp>

namespace ctnn::detail {

// What is wrong with a network after an epoch over so many samples.
template <class Network>
constexpr training_problem parameters_problem(Network const& net, std::size_t epoch,
                                              std::size_t samples) {
    using kinds = training_problem::kinds;
    if (all_finite(net))
        return {};
    return {kinds::parameters_are_not_finite, epoch, samples - 1};
}

} // namespace ctnn::detail
