// expect: layer<0(UL)?, beside<.*has_layers_that_give_shape<.*shape<4(UL)?, 5(UL)?, 3(UL)?>.*but_needs_shape<.*shape<4(UL)?, 4(UL)?, 3(UL)?>
#include <ctnn/ctnn.hpp>
#include <ctnn/placed/concatenation.hpp>

#ifdef CTNN_WRONG
using kernel = ctnn::kernel_size<2, 1>;
#else
using kernel = ctnn::kernel_size<2, 2>;
#endif

template <class... Branches>
struct beside : ctnn::placed::composite<ctnn::placed::concatenation, Branches...> {};

using one = ctnn::placed::branch<ctnn::conv2d<2, ctnn::kernel_size<2, 2>>>;
using other = ctnn::placed::branch<ctnn::conv2d<3, kernel>>;
using model = ctnn::network<float, ctnn::input<5, 5, 1>, beside<one, other>>;
constexpr model net{};
