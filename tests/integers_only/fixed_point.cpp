// Inference, gradients and training in fixed point with every activation and loss, for check.cmake.

#include <ctnn/ctnn.hpp>

#if BITS == 8
using scalar = ctnn::fixed_point<3, 4>;
#elif BITS == 16
using scalar = ctnn::fixed_point<3, 12>;
#else
using scalar = ctnn::fixed_point<7, 24>;
#endif

template <class Activation, class Last>
using network =
    ctnn::network<scalar, ctnn::input<4>, ctnn::dense<5, Activation>, ctnn::dense<3, Last>>;

template <class Activation, class Loss, class Last>
void step(network<Activation, Last>& net, typename network<Activation, Last>::input_type const& x,
          typename network<Activation, Last>::output_type& y) {
    auto const back = ctnn::backpropagate(net, Loss{}, x, y);
    net = ctnn::sgd{.learning_rate = 0.05}.update(net, back.gradient);
    y = net(x);
}

template void step<ctnn::elu, ctnn::cross_entropy>(network<ctnn::elu, ctnn::softmax>&,
                                                   std::array<scalar, 4> const&,
                                                   std::array<scalar, 3>&);
template void step<ctnn::gelu, ctnn::binary_cross_entropy>(network<ctnn::gelu, ctnn::sigmoid>&,
                                                           std::array<scalar, 4> const&,
                                                           std::array<scalar, 3>&);
template void step<ctnn::silu, ctnn::mean_squared_error>(network<ctnn::silu, ctnn::identity>&,
                                                         std::array<scalar, 4> const&,
                                                         std::array<scalar, 3>&);
template void step<ctnn::softplus, ctnn::huber>(network<ctnn::softplus, ctnn::tanh>&,
                                                std::array<scalar, 4> const&,
                                                std::array<scalar, 3>&);
template void step<ctnn::leaky_relu, ctnn::mean_absolute_error>(
    network<ctnn::leaky_relu, ctnn::relu>&, std::array<scalar, 4> const&, std::array<scalar, 3>&);
template void
step<ctnn::hard_tanh, ctnn::cross_entropy>(network<ctnn::hard_tanh, ctnn::hard_sigmoid>&,
                                           std::array<scalar, 4> const&, std::array<scalar, 3>&);

using trained = network<ctnn::relu, ctnn::softmax>;

bool train(trained& net,
           ctnn::sample<trained::input_type, trained::output_type> const (&samples)[10]) {
    auto const result =
        ctnn::train(net, ctnn::cross_entropy{}, ctnn::sgd{.learning_rate = 0.05}, samples,
                    {.epochs = 2, .batch_size = 3, .shuffle = true, .seed = 1});
    net = result.network;
    return result.ok();
}
