#include <ctnn/network/calibrated.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <vector>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

namespace {

using namespace ctnn;

// By hand: (1, 3) and (5, 5), per channel over samples and places.
using one = network<double, input<2, 2>, batch_norm>;
constexpr std::array two_samples{sample<one::input_type, one::output_type>{{1, 5, 3, 5}, {}},
                                 sample<one::input_type, one::output_type>{{1, 5, 3, 5}, {}}};
constexpr auto by_hand = calibrated(one{}, two_samples);
static_assert(by_hand.layer<0>().mean == std::array<double, 2>{2, 5});
static_assert(by_hand.layer<0>().variance == std::array<double, 2>{1, 0});
static_assert(by_hand.layer<0>().gamma[0] == 0); // as it was

using model = network<float, input<4, 4, 1>, conv2d<3, kernel_size<2, 2>>, batch_norm, relu,
                      residual<batch_norm, over_time<over_time<dense<3>>>, relu>,
                      parallel<concatenated, sequential<batch_norm, relu>, identity>, batch_norm,
                      dense<2, softmax>>;

auto samples_of(std::uint32_t seed) {
    seeded::random_numbers draw(seed);
    std::vector<sample<model::input_type, model::output_type>> all(40);
    for (auto& each : all)
        each.input = draw.array<float, 16>(-1, 3);
    return all;
}

// The mean and the deviation of each channel.
template <std::size_t Channels, class Values>
void check_normal(std::vector<Values> const& all) {
    for (std::size_t c = 0; c < Channels; ++c) {
        double sum = 0, squares = 0, count = 0;
        for (auto const& values : all)
            for (std::size_t i = c; i < values.size(); i += Channels) {
                double const x = static_cast<double>(values[i]);
                sum += x, squares += x * x, count += 1;
            }
        CHECK(sum / count == Approx(0).margin(1e-5));
        CHECK(squares / count == Approx(1).margin(1e-3));
    }
}

} // namespace

TEST_CASE("calibrated layers give numbers of mean 0 and variance 1, layer by layer", "[network]") {
    auto start = initialize<model>(he_uniform{}, 5);
    auto const samples = samples_of(61);
    auto const net = calibrated(start, samples);
    std::vector<std::array<float, 27>> values, inside, beside;
    std::vector<std::array<float, 54>> last;
    for (auto const& each : samples) {
        auto const seen = trace(net, each.input);
        values.push_back(seen.layer<1>());
        inside.push_back(trace(net.layer<3>(), seen.layer<2>()).layer<0>());
        beside.push_back(trace(net.layer<4>(), seen.layer<3>()).layer<0>());
        last.push_back(seen.layer<5>());
    }
    check_normal<3>(values);
    check_normal<3>(inside);
    check_normal<3>(beside);
    check_normal<6>(last);

    // All else stays.
    constexpr auto trained = compare::trained<model>();
    for (std::size_t i = 0; i < trained.size(); ++i)
        if (trained[i])
            CHECK(compare::flat(net)[i] == compare::flat(start)[i]);
}

TEST_CASE("without samples, statistics stay, and a NaN gives NaN", "[network]") {
    auto const start = initialize<model>(he_uniform{}, 5);
    std::vector<sample<model::input_type, model::output_type>> none;
    CHECK(calibrated(start, none) == start);
    auto samples = samples_of(62);
    samples[3].input[0] = compare::not_a_number<float>;
    CHECK(std::isnan(calibrated(start, samples).layer<1>().mean[0]));
}
