// Draws every activation with its derivative, as the lecture draws the sigmoid and the relu: 100
// points from -6 to 6, through gnuplot, one SVG each. Where there is no gnuplot the data is
// written all the same.
//
//     activation_plots [FOLDER]      (the folder must exist; default: the current one)

#include <array>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctnn/ctnn.hpp>
#include <string>
#include <vector>

namespace {

constexpr std::size_t points = 100;
constexpr double lowest = -6, highest = 6;

struct curve {
    std::string name;
    std::array<double, points> x, value, derivative;
};

template <class Activation>
curve trace(char const* name) {
    curve c{name, {}, {}, {}};
    for (std::size_t i = 0; i < points; ++i) {
        double const x = lowest + (highest - lowest) * static_cast<double>(i) / (points - 1);
        c.x[i] = x;
        if constexpr (ctnn::concepts::elementwise_activation<Activation>) {
            c.value[i] = Activation::value(x);
            c.derivative[i] = Activation::derivative(x, c.value[i]);
        } else {
            // The first of two numbers, beside a 0, and its derivative by itself.
            std::array<double, 2> const both{x, 0}, y = Activation::forward(both);
            c.value[i] = y[0];
            c.derivative[i] = Activation::backward(both, y, {1, 0})[0];
        }
    }
    return c;
}

bool write_data(std::string const& folder, curve const& c) {
    std::FILE* const file = std::fopen((folder + "/" + c.name + ".dat").c_str(), "w");
    if (file == nullptr)
        return false;
    std::fprintf(file, "# x, %s(x), derivative\n", c.name.c_str());
    for (std::size_t i = 0; i < points; ++i)
        std::fprintf(file, "%.6f %.9g %.9g\n", c.x[i], c.value[i], c.derivative[i]);
    return std::fclose(file) == 0;
}

std::string plot_command(std::string const& folder, std::string const& name) {
    std::string const data = "'" + folder + "/" + name + ".dat'";
    return "set title '" + name + "' noenhanced\nplot " + data +
           " using 1:2 title 'value' with lines lw 2 lc rgb '#1f77b4', " + data +
           " using 1:3 title 'derivative' with lines lw 2 dt 2 lc rgb '#ff7f0e'\n";
}

// A sheet of plots, `columns` beside each other.
std::string sheet(std::string const& folder, std::string const& name,
                  std::vector<std::string> const& names, std::size_t columns) {
    std::size_t const rows = (names.size() + columns - 1) / columns;
    std::string script = "set terminal svg size " + std::to_string(320 * columns) + "," +
                         std::to_string(240 * rows) + " background rgb 'white'\nset output '" +
                         folder + "/" + name + ".svg'\nset multiplot layout " +
                         std::to_string(rows) + "," + std::to_string(columns) + "\n";
    for (std::string const& each : names)
        script += plot_command(folder, each);
    return script + "unset multiplot\nunset output\n";
}

} // namespace

int main(int count, char** arguments) {
    std::string const folder = count > 1 ? arguments[1] : ".";
    std::vector<curve> const curves{trace<ctnn::identity>("identity"),
                                    trace<ctnn::relu>("relu"),
                                    trace<ctnn::leaky_relu>("leaky_relu"),
                                    trace<ctnn::elu>("elu"),
                                    trace<ctnn::sigmoid>("sigmoid"),
                                    trace<ctnn::tanh>("tanh"),
                                    trace<ctnn::softmax>("softmax"),
                                    trace<ctnn::softplus>("softplus"),
                                    trace<ctnn::gelu>("gelu"),
                                    trace<ctnn::silu>("silu"),
                                    trace<ctnn::hard_sigmoid>("hard_sigmoid"),
                                    trace<ctnn::hard_tanh>("hard_tanh"),
                                    trace<ctnn::relu6>("relu6"),
                                    trace<ctnn::selu>("selu"),
                                    trace<ctnn::mish>("mish"),
                                    trace<ctnn::hard_swish>("hard_swish"),
                                    trace<ctnn::softsign>("softsign"),
                                    trace<ctnn::celu>("celu"),
                                    trace<ctnn::log_sigmoid>("log_sigmoid"),
                                    trace<ctnn::log_softmax>("log_softmax"),
                                    trace<ctnn::clamp<-1, 2>>("clamp")};

    std::string script = "set grid lc rgb '#dddddd'\nset key below samplen 3\n";
    std::vector<std::string> names;
    for (curve const& c : curves) {
        if (!write_data(folder, c)) {
            std::printf("cannot write %s/%s.dat\n", folder.c_str(), c.name.c_str());
            return 1;
        }
        names.push_back(c.name);
        script += sheet(folder, c.name, {c.name}, 1);
    }
    script += sheet(folder, "sigmoid_and_relu", {"sigmoid", "relu"}, 2);
    script += sheet(folder, "activations", names, 4);
    std::string const script_name = folder + "/activations.gnuplot";
    std::FILE* const file = std::fopen(script_name.c_str(), "w");
    if (file == nullptr || std::fputs(script.c_str(), file) < 0 || std::fclose(file) != 0) {
        std::printf("cannot write %s\n", script_name.c_str());
        return 1;
    }
    std::printf("data of %zu activations: %s/*.dat\n", curves.size(), folder.c_str());
    if (std::system("gnuplot --version") != 0) {
        std::printf("gnuplot is missing, so nothing is drawn (Debian: apt install gnuplot-nox). "
                    "Once it is there: gnuplot %s\n",
                    script_name.c_str());
        return 0;
    }
    if (std::system(("gnuplot '" + script_name + "'").c_str()) != 0)
        return 1;
    std::printf("drawn: %s/*.svg\n", folder.c_str());
    return 0;
}
