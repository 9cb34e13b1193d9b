#include <array>
#include <cstddef>
#include <cstdint>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"
#include "faces.hpp"

// Training in batches, against backpropagation of one sample after the other.

TEST_CASE("the face of every layer and activation that learns in batches", "[faces]") {
    faces::for_each_entry([]<class Entry>() {
        using model = typename Entry::template network<float>;
        using sample = ctnn::sample<typename model::input_type, typename model::output_type>;
        constexpr ctnn::mean_squared_error loss;
        constexpr ctnn::sgd optimizer{.learning_rate = 0.125};
        CAPTURE(Entry::name);
        seeded::random_numbers draw(5);
        auto const net = draw.network<model>();
        std::array<sample, 40> samples{};
        for (auto& one : samples)
            one = {draw.array<float, model::input_size>(), draw.array<float, model::output_size>()};
        auto const trained = train(net, loss, optimizer, samples, {.epochs = 1, .batch_size = 40});
        REQUIRE(trained.ok());

        std::array<double, model::parameter_count> sums{};
        for (auto const& one : samples) {
            auto const gradient = backpropagate(net, loss, one.input, one.target).gradient;
            for (std::size_t i = 0; i < sums.size(); ++i)
                sums[i] += static_cast<double>(compare::flat(gradient)[i]) / 40;
        }
        auto expected = compare::flat(net);
        for (std::size_t i = 0; i < sums.size(); ++i)
            expected[i] -= static_cast<float>(0.125 * sums[i]);
        CHECK(compare::near(compare::flat(trained.network), expected, 4));
        CHECK(!(trained.network == net));
    });
}
