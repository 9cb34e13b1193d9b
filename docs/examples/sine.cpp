// A network learns the sine from 32 of its values while this file is compiled, and the compiler checks
// how far it is off on a grid ten times as fine: a build that succeeds is the proof.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>

namespace {

using model = ctnn::network<double, ctnn::input<1>, ctnn::dense<8, ctnn::tanh>, ctnn::dense<1>>;

// sin(pi x) for x from -1 to 1, by its Taylor series (the standard library's is not constexpr).
constexpr double sine(double x) {
    double const angle = 3.14159265358979323846 * x;
    double term = angle, sum = angle;
    for (int n = 2; n < 30; n += 2) {
        term *= -angle * angle / (n * (n + 1));
        sum += term;
    }
    return sum;
}

// The place of a point of a grid of Size points from -1 to 1.
template <std::size_t Size>
constexpr double on_grid(std::size_t point) {
    return 2 * static_cast<double>(point) / static_cast<double>(Size - 1) - 1;
}

constexpr auto points = [] {
    std::array<ctnn::sample<std::array<double, 1>, std::array<double, 1>>, 32> all{};
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = {{on_grid<all.size()>(i)}, {sine(on_grid<all.size()>(i))}};
    return all;
}();

struct recipe {
    static constexpr auto network = ctnn::initialize<model>(ctnn::uniform{-4, 4}, 2);
    static constexpr auto loss = ctnn::mean_squared_error{};
    static constexpr auto optimizer = ctnn::sgd{.learning_rate = 0.1};
    static constexpr auto& samples = points;
    static constexpr std::size_t epochs = 150;
    static constexpr bool shuffle = true;
    static constexpr unsigned seed = 2;
};

constexpr auto& net = ctnn::trained<recipe>.network;

constexpr double largest_error = [] {
    double largest = 0;
    for (std::size_t i = 0; i < 321; ++i) {
        double const x = on_grid<321>(i);
        double const error = net({x})[0] - sine(x);
        largest = std::max(largest, error < 0 ? -error : error);
    }
    return largest;
}();
static_assert(largest_error < 0.03);

void print_plot() {
    constexpr int rows = 17;
    constexpr std::size_t columns = 65;
    auto const row_of = [](double y) {
        return static_cast<int>(std::lround((1 - y) * (rows / 2)));
    };
    for (int row = 0; row < rows; ++row) {
        std::printf("%5.2f |", 1 - static_cast<double>(row) / (rows / 2));
        for (std::size_t column = 0; column < columns; ++column) {
            double const x = on_grid<columns>(column);
            bool const is_net = row_of(net({x})[0]) == row, is_sine = row_of(sine(x)) == row;
            std::printf("%c", is_net && is_sine ? '*' : is_net ? 'o' : is_sine ? '.' : ' ');
        }
        std::printf("\n");
    }
}

} // namespace

int main() {
    std::printf("1-8-1, %zu parameters, trained by the compiler\n\n", model::parameter_count);
    std::printf("o the network, . the sine of pi x, * both\n\n");
    print_plot();
    double worst_of_series = 0;
    for (std::size_t i = 0; i < 321; ++i)
        worst_of_series =
            std::max(worst_of_series, std::abs(sine(on_grid<321>(i)) -
                                               std::sin(3.14159265358979323846 * on_grid<321>(i))));
    std::printf("\nlargest error of the network   %.4f\n", largest_error);
    std::printf("the series and the C library   %.1e apart\n", worst_of_series);
    return worst_of_series < 1e-13 ? 0 : 1;
}
