// expect: layer<0(UL)?, .*global_average_pool>.*gets_an_input_of_shape<.*shape<6(UL)?>.*but_needs_places_with_channels
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using input = ctnn::input<6>;
#else
using input = ctnn::input<3, 2>;
#endif

using model = ctnn::network<float, input, ctnn::global_average_pool>;
constexpr model net{};
