// What a deadline may meet: inference, a gradient, a training. calls.py looks at what the object file
// of this calls.

#ifdef WITH_A_CALL
float* kept;
void keep(float value) {
    kept = new float(value); // must be found
}
#else

#include <array>
#include <ctnn/ctnn.hpp>
#include <span>

namespace {

using namespace ctnn;
using classifier =
    network<float, input<4>, dense<16, relu>, dense<16, ctnn::tanh>, dense<3, softmax>>;
using regression = network<double, input<64>, dense<32, gelu>, dense<32, elu>, dense<32, softplus>,
                           dense<1, sigmoid>>;
using sequences = network<float, input<5, 3>, gru<8>, lstm<4>, dense<2>>;
using steps = stream_of<network<float, input<5, 3>, gru<8>, over_time<dense<8, relu>>,
                                residual<lstm<8>>, last_step, dense<2>>>;
template <class Network>
using sample_of = ctnn::sample<typename Network::input_type, typename Network::output_type>;

template <class Network, class Loss>
void use(Network& net, Loss const& loss, std::span<sample_of<Network> const> samples, float& mean) {
    auto const y = net(samples[0].input);
    auto const back = backpropagate(net, loss, samples[0].input, y);
    net = sgd{.learning_rate = 0.1}.update(net, back.gradient);
    for (std::size_t batch_size : {1U, 32U}) {
        auto const result = train(net, loss, sgd{}, samples,
                                  {.epochs = 3, .batch_size = batch_size, .shuffle = true});
        if (result.ok())
            net = result.network;
        mean = static_cast<float>(result.loss);
    }
}

} // namespace

void use_all(classifier& a, regression& b, sequences& c,
             std::span<sample_of<classifier> const> of_a,
             std::span<sample_of<regression> const> of_b,
             std::span<sample_of<sequences> const> of_c, float& mean) {
    use(a, cross_entropy{}, of_a, mean);
    use(b, binary_cross_entropy{}, of_b, mean);
    use(c, mean_squared_error{}, of_c, mean);
    b = initialize<regression>(he_normal{}, 1);
}

// One step of a stream, with the state that its user keeps.
void take_a_step(steps const& net, steps::state& state, steps::input_type const& x,
                 steps::output_type& y) {
    y = net.step(state, x);
}

#endif
