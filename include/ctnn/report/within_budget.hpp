#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/report/budget.hpp>
#include <ctnn/report/footprint.hpp>

namespace ctnn {
namespace error {

template <std::size_t Bytes>
struct parameters_need_bytes_of_flash {
    template <std::size_t Budget>
    struct but_the_budget_is {};
};
template <std::size_t Bytes>
struct arrays_need_bytes_of_ram {
    template <std::size_t Budget>
    struct but_the_budget_is {};
};
template <std::size_t Bytes>
struct parameters_and_arrays_of_training_need_bytes_of_ram {
    template <std::size_t Budget>
    struct but_the_budget_is {};
};
template <std::size_t Count>
struct network_needs_multiply_adds {
    template <std::size_t Budget>
    struct but_the_budget_is {};
};

} // namespace error
namespace detail {

// What is not trained needs no RAM for it.
template <class Footprint>
constexpr std::size_t training_ram_of(Footprint const& cost) {
    if constexpr (requires { cost.training_ram; })
        return cost.training_ram;
    else
        return 0;
}

template <class Network, budget Limit>
constexpr auto budget_diagnosis() {
    constexpr auto cost = footprint<Network>;
    if constexpr (cost.flash > Limit.flash)
        return typename error::parameters_need_bytes_of_flash<
            cost.flash>::template but_the_budget_is<Limit.flash>{};
    else if constexpr (cost.ram > Limit.ram)
        return typename error::arrays_need_bytes_of_ram<cost.ram>::template but_the_budget_is<
            Limit.ram>{};
    else if constexpr (training_ram_of(cost) > Limit.training_ram)
        return typename error::parameters_and_arrays_of_training_need_bytes_of_ram<training_ram_of(
            cost)>::template but_the_budget_is<Limit.training_ram>{};
    else if constexpr (cost.multiply_adds > Limit.multiply_adds)
        return typename error::network_needs_multiply_adds<
            cost.multiply_adds>::template but_the_budget_is<Limit.multiply_adds>{};
    else
        return error::none{};
}

} // namespace detail

/// Whether a network's parameters and arrays take no more than a budget. The image with its code may
/// still be too large for the device: `ctnn_budget` in CMake measures that.
/// `static_assert(ctnn::within_budget<model, ctnn::budget{.ram = 512}>)` fails with the name of the first budget that is exceeded, the budget and the figure.
///
/// Shape:    a network, also a `quantized` one, and a budget.
/// Cost:     none at run time.
/// Errors:   where it does not hold, the sentence is among the compiler's first lines.
/// Example:  docs/examples/cost.cpp
template <class Network, budget Limit>
concept within_budget = detail::has_footprint<Network> &&
    detail::fits<decltype(detail::budget_diagnosis<Network, Limit>())>;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
