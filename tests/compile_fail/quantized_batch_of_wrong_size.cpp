// expect: layer<0, (ctnn::)?dense<3.*gets_an_input_of_size<3.*but_needs_size<2
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr ctnn::quantized<model> small{};

#ifdef CTNN_WRONG
auto const y = small(std::array<std::array<float, 3>, 4>{});
#else
auto const y = small(std::array<std::array<float, 2>, 4>{});
#endif
