// expect: layer<0, (ctnn::)?dense<3.*gets_an_input_of_size<1.*but_needs_size<2
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr ctnn::quantized<model> small{};

#ifdef CTNN_WRONG
auto const y = small({0.1F});
#else
auto const y = small({0.1F, 0.7F});
#endif
