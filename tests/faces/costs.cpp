#include <ctnn/report/footprint.hpp>
#include <ctnn/report/summary.hpp>
#include <ctnn/report/within_budget.hpp>
#include <string>

#include "../catch.hpp"
#include "faces.hpp"

namespace {

template <class Network>
void check_costs(char const* name) {
    constexpr auto cost = ctnn::footprint<Network>;
    CHECK(cost.flash == sizeof(Network));
    CHECK(cost.ram >= cost.inference_activation_bytes);
    STATIC_REQUIRE(ctnn::within_budget<Network, ctnn::budget{.flash = cost.flash,
                                                             .ram = cost.ram,
                                                             .multiply_adds = cost.multiply_adds}>);
    STATIC_REQUIRE(!ctnn::within_budget<Network, ctnn::budget{.flash = cost.flash - 1}>);
    STATIC_REQUIRE(!ctnn::within_budget<Network, ctnn::budget{.ram = cost.ram - 1}>);
    STATIC_REQUIRE(
        !ctnn::within_budget<Network, ctnn::budget{.multiply_adds = cost.multiply_adds - 1}>);
    std::string const table = ctnn::summary<Network>();
    CHECK(table.find(std::string("\n") + name + " ") != std::string::npos);
}

} // namespace

TEST_CASE("the costs of every layer and activation", "[faces]") {
    faces::for_each_entry([]<class Entry>() {
        using model = typename Entry::template network<float>;
        CAPTURE(Entry::name);
        check_costs<model>(Entry::name);
        ctnn::detail::for_each_index<model::depth>(
            []<std::size_t Place>(std::integral_constant<std::size_t, Place>) {
                using stage = typename model::template stage<Place>;
                CHECK((ctnn::detail::multiply_adds_of<stage>() > 0) == stage::has_parameters);
            });
        if constexpr (faces::takes<faces::int8, Entry>)
            check_costs<ctnn::quantized<model>>(Entry::name);
        // As an auditor's report names it.
        struct {
            std::string all;
            void put(char c) { all += c; }
        } text;
        ctnn::detail::put_topology<model>(text);
        CHECK(text.all.find(Entry::name) != std::string::npos);
        CHECK(ctnn::detail::has_names<model>());
    });
}
