#include <array>
#include <cstddef>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"
#include "faces.hpp"

// A training in a constant has the bits of the same training at run time.

namespace {

template <class Network, std::size_t BatchSize>
struct recipe {
    static constexpr auto network = seeded::random_numbers(7).network<Network>();
    static constexpr auto loss = ctnn::mean_squared_error{};
    static constexpr auto optimizer = ctnn::sgd{.learning_rate = 1.0 / 64};
    static constexpr auto samples = [] {
        seeded::random_numbers draw(8);
        std::array<ctnn::sample<typename Network::input_type, typename Network::output_type>, 5>
            all{};
        for (auto& one : all)
            one = {draw.array<float, Network::input_size>(),
                   draw.array<float, Network::output_size>()};
        return all;
    }();
    static constexpr std::size_t epochs = 1, batch_size = BatchSize;
};

template <class Recipe>
void check_bits() {
    constexpr auto& compiled = ctnn::trained<Recipe>.network;
    auto const at_run_time =
        ctnn::train(compare::opaque(Recipe::network), Recipe::loss, Recipe::optimizer,
                    Recipe::samples, {.epochs = 1, .batch_size = Recipe::batch_size});
    CHECK(at_run_time.ok());
    CHECK(compare::same_bits(at_run_time.network, compiled));
    CHECK(!(compiled == Recipe::network));
}

} // namespace

TEST_CASE("the compiler's face of every layer and activation", "[faces]") {
    faces::for_each_entry([]<class Entry>() {
        CAPTURE(Entry::name);
        using model = typename Entry::template network<float>;
        // (Each sample a step: what is different then is in layers.)
        if constexpr (model::template stage<Entry::index>::has_parameters)
            check_bits<recipe<model, 1>>();
        check_bits<recipe<model, 2>>();
    });
}
