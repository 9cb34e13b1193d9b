// How far the measurements of a flower may be off before a network that was trained on others takes it
// for another species: a radius for each of 30 unseen flowers, within which the compiler has proven
// that no input, of all the numbers there are, changes the class.

#include "iris_data.hpp"

#include <array>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>
#include <string>

namespace {

using model = ctnn::network<iris::scalar, ctnn::input<4>, ctnn::dense<8, ctnn::relu>,
                            ctnn::dense<3, ctnn::softmax>>;

struct recipe {
    static constexpr auto network = ctnn::initialize<model>(ctnn::he_uniform{}, 1234);
    static constexpr auto loss = ctnn::cross_entropy{};
    static constexpr auto optimizer = ctnn::sgd{.learning_rate = 0.05};
    static constexpr auto& samples = iris::data.training;
    static constexpr std::size_t epochs = 20;
    static constexpr bool shuffle = true;
    static constexpr unsigned seed = 7;
};
constexpr auto& net = ctnn::trained<recipe>.network;

// In units of a standard deviation of each measurement.
template <std::size_t Flower>
constexpr iris::scalar radius = ctnn::verify::robust_radius(net, iris::data.test[Flower].input,
                                                            iris::scalar(1));

constexpr auto radii = []<std::size_t... I>(std::index_sequence<I...>) {
    return std::array{radius<I>...};
}
(std::make_index_sequence<iris::unseen>{});

// What a product may rely on stands in the build: the first flower, within a tenth of a deviation.
constexpr auto first_flower =
    ctnn::verify::robust(net, iris::data.test[0].input, iris::scalar(0.1));
static_assert(ctnn::verify::require<first_flower>());

// What gnuplot makes the picture of docs/verification.md from: `iris_radii docs/figures`, and then
// `gnuplot iris_radii.gnuplot` there.
bool write_picture(std::string const& folder) {
    std::FILE* const file = std::fopen((folder + "/iris_radii.gnuplot").c_str(), "w");
    if (file == nullptr)
        return false;
    std::fprintf(file, "set terminal svg size 800,300 background rgb 'white'\n"
                       "set output 'iris_radii.svg'\nset style fill solid 0.8\n"
                       "set boxwidth 0.8\nset grid y lc rgb '#dddddd'\nset yrange [0:]\n"
                       "set xlabel 'unseen flower'\n"
                       "set ylabel 'proven radius, in standard deviations'\n$radii << end\n");
    for (std::size_t i = 0; i < radii.size(); ++i)
        std::fprintf(file, "%zu %.4f %zu\n", i, static_cast<double>(radii[i]),
                     ctnn::argmax(net(iris::data.test[i].input)));
    std::fprintf(file, "end\nplot ");
    for (std::size_t k = 0; k < iris::species.size(); ++k)
        std::fprintf(file, "%s$radii using 1:($3 == %zu ? $2 : 1/0) with boxes title '%s'",
                     k == 0 ? "" : ", ", k, iris::species[k]);
    std::fprintf(file, "\n");
    return std::fclose(file) == 0;
}

} // namespace

int main(int count, char** arguments) {
    if (count > 1 && !write_picture(arguments[1])) {
        std::printf("cannot write to %s\n", arguments[1]);
        return 1;
    }
    std::printf("proven radius of each unseen flower, in standard deviations\n\n");
    double least = 1, sum = 0;
    for (std::size_t i = 0; i < radii.size(); ++i) {
        auto const& flower = iris::data.test[i];
        std::size_t const species = ctnn::argmax(net(flower.input));
        bool const is_right = species == ctnn::argmax(flower.target);
        double const r = static_cast<double>(radii[i]);
        std::printf("%2zu %-10s %s %.3f ", i, iris::species[species], is_right ? "     " : "wrong",
                    r);
        for (int k = 0; k < static_cast<int>(60 * r); ++k)
            std::printf("#");
        std::printf("\n");
        least = r < least ? r : least;
        sum += r;
    }
    std::printf("\nsmallest %.3f, mean %.3f\n", least, sum / static_cast<double>(radii.size()));

    // The machine proves the same.
    bool same = true;
    for (std::size_t i = 0; i < radii.size(); ++i)
        same = same && ctnn::verify::robust_radius(net, iris::data.test[i].input,
                                                   iris::scalar(1)) == radii[i];
    std::printf("the machine's radii are %s\n", same ? "the compiler's" : "NOT the compiler's");
    return same ? 0 : 1;
}
