// expect: network_that_only_infers<.*cannot_learn_so_train_first_and_quantize_then
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
using pair = std::array<float, 2>;
constexpr std::array pairs{ctnn::sample{pair{0.1F, 0.7F}, pair{1, 0}}};
constexpr model net = ctnn::initialize<model>(ctnn::glorot_uniform{}, 1);
constexpr auto small = ctnn::quantize(net, pairs).network;
template <auto const& Network>
struct recipe {
    static constexpr auto network = Network;
    static constexpr auto loss = ctnn::mean_squared_error{};
    static constexpr auto optimizer = ctnn::sgd{};
    static constexpr auto& samples = pairs;
    static constexpr std::size_t epochs = 1;
};

#ifdef CTNN_WRONG
constexpr auto& learnt = ctnn::trained<recipe<small>>.network;
#else
constexpr auto& learnt = ctnn::trained<recipe<net>>.network;
#endif
