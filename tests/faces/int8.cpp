#include <array>
#include <cstddef>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"
#include "faces.hpp"

namespace {

template <class Network>
struct in_int8 {
    static constexpr auto net = seeded::random_numbers(11).network<Network>();
    static constexpr auto samples = [] {
        seeded::random_numbers draw(12);
        std::array<ctnn::sample<typename Network::input_type, typename Network::output_type>, 20>
            all{};
        for (auto& one : all)
            one.input = draw.array<float, Network::input_size>();
        return all;
    }();
    static constexpr auto compiled = ctnn::quantize(net, samples).network;
};

} // namespace

TEST_CASE("the int8 face of every layer and activation", "[faces]") {
    faces::for_each_entry([]<class Entry>() {
        if constexpr (faces::takes<faces::int8, Entry>) {
            using model = typename Entry::template network<float>;
            using given = in_int8<model>;
            CAPTURE(Entry::name);
            CHECK((ctnn::quantize(compare::opaque(given::net), given::samples).network ==
                   given::compiled));
            auto const small = compare::opaque(given::compiled);
            for (auto const& [x, target] : given::samples) {
                CHECK(small(x) == given::compiled(x));
                // Step by step: all but a softmax or log_softmax is in the integers.
                auto const v = small.output.value(small.run(small.input.quantized(x)));
                using last = typename model::last_stage::activation;
                if constexpr (ctnn::concepts::elementwise_activation<last>)
                    CHECK(small(x) == v);
                else
                    CHECK(small(x) == last::forward(v));
            }
            auto const error = ctnn::output_error(given::net, small, given::samples);
            CHECK(error.largest > 0);
            CHECK(error.largest < 0.05);
        }
    });
}
