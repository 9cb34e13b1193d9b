// expect: network_that_only_infers<.*cannot_be_proven_so_prove_the_network_that_it_was_made_from_and_that_both_are_equivalent
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
using pair = std::array<float, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1F, 0.7F}, pair{1, 0}}};
constexpr model net = ctnn::initialize<model>(ctnn::glorot_uniform{}, 1);
constexpr auto small = ctnn::quantize(net, samples).network;
constexpr ctnn::verify::box<float, 2> inputs{{0, 0}, {1, 1}};

#ifdef CTNN_WRONG
auto const found = ctnn::verify::linear_bounds(small, inputs);
#else
auto const found = ctnn::verify::linear_bounds(net, inputs);
#endif
