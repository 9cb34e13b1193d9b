#include <ctnn/verify/difference_bounds.hpp>

#include "../catch.hpp"
#include "boxes.hpp"
#include "faces.hpp"

// Of a network and what it becomes in int8 and in fixed point.

namespace {

template <class Given, class Approximation>
std::size_t that_leave(Given given, Approximation const& approximation) {
    auto const found = ctnn::verify::difference_bounds(given.net, approximation, given.box);
    std::size_t count = 0;
    for (int k = 0; k < 100; ++k) {
        auto const x = given.point();
        auto const y = given.net(x);
        auto const z =
            approximation(ctnn::detail::input_for<decltype(given.net), Approximation>(x));
        for (std::size_t j = 0; j < y.size(); ++j) {
            double const apart = static_cast<double>(y[j]) - static_cast<double>(z[j]);
            count += !(found[j].lower <= apart && apart <= found[j].upper);
        }
    }
    CHECK(Given::widest(found) < 1);
    return count;
}

} // namespace

TEST_CASE("the face of every layer and activation that bounds differences", "[faces]") {
    faces::for_each_entry([]<class Entry>() {
        if constexpr (faces::takes<faces::difference, Entry>) {
            using model = typename Entry::template network<float>;
            CAPTURE(Entry::name);
            faces::boxes<model> given(61, 0.125, 0.5);
            std::array<ctnn::sample<typename model::input_type, typename model::output_type>, 30>
                samples{};
            for (auto& one : samples)
                one.input = given.point();
            CHECK(that_leave(given, ctnn::quantize(given.net, samples).network) == 0);
            CHECK(that_leave(given, ctnn::convert<ctnn::fixed_point<7, 24>>(given.net)) == 0);
        }
    });
}
