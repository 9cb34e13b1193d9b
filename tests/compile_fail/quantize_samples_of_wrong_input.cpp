// expect: layer<0, (ctnn::)?dense<2.*gets_an_input_of_size<3.*but_needs_size<2
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<2>>;
template <std::size_t Inputs>
constexpr ctnn::sample<std::array<float, Inputs>, std::array<float, 2>> samples[]{{}};

#ifdef CTNN_WRONG
constexpr auto small = ctnn::quantize(model{}, samples<3>).network;
#else
constexpr auto small = ctnn::quantize(model{}, samples<2>).network;
#endif
