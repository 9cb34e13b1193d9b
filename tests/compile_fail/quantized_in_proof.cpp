// expect: network_that_only_infers<.*cannot_be_proven_so_prove_the_network_that_it_was_made_from_and_that_both_are_equivalent
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
using pair = std::array<float, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1F, 0.7F}, pair{1, 0}}};
constexpr model net = ctnn::initialize<model>(ctnn::glorot_uniform{}, 1);
constexpr auto small = ctnn::quantize(net, samples).network;
template <auto const& Network>
struct property {
    static constexpr auto& network = Network;
    static constexpr ctnn::verify::box<float, 2> inputs{{0, 0}, {1, 1}};
    static constexpr auto wanted = ctnn::verify::classes::is<2>(0);
    static constexpr std::size_t boxes = 1;
};

#ifdef CTNN_WRONG
constexpr auto& found = ctnn::verify::proof<property<small>>;
#else
constexpr auto& found = ctnn::verify::proof<property<net>>;
#endif
