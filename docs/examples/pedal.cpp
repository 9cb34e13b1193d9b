// A model of a guitar pedal, trained in PyTorch by pedal.py and read from a file of RTNeural, runs sample by sample, as in a
// plug-in. The recording is one that the model has never seen.

#include "pedal_csv.hpp" // data/pedal.csv: what goes into the pedal and what comes out, made by ctnn_embed
#include "pedal_json.hpp" // data/pedal.json: the model, made by ctnn_embed
#include <cstdio>
#include <ctnn/ctnn.hpp>
#include <ctnn/import/rtneural.hpp>

using namespace ctnn;

using model =
    rtneural::network<pedal_json>; // network<float, input<1>, residual<lstm<8>, dense<1>>>
constexpr auto& net = rtneural::imported<pedal_json>;
constexpr auto& recording = embedded_samples<pedal_csv, float, 1, 1>;

int main() {
    model::state state; // what the lstm remembers
    double error = 0, signal = 0;
    for (auto const& [input, output] : recording) {
        double const wanted = static_cast<double>(output[0]);
        double const apart = static_cast<double>(net.step(state, input)[0]) - wanted;
        error += apart * apart;
        signal += wanted * wanted;
    }
    std::printf("%zu parameters, %zu bytes of state, %zu multiply-adds for each sample\n",
                model::parameter_count, sizeof state, footprint<model>.multiply_adds);
    std::printf("error to signal: %.5f\n", error / signal);
}
