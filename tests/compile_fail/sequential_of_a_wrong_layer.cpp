// expect: layer<0(UL)?, .*parallel<.*has_layers_of_which<.*layer<1(UL)?, .*dense<0(UL)?.*has_outputs<0(UL)?>.*but_needs_at_least<1
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
constexpr std::size_t outputs = 0;
#else
constexpr std::size_t outputs = 3;
#endif

using two = ctnn::sequential<ctnn::dense<4>, ctnn::dense<outputs>>;
using model =
    ctnn::network<float, ctnn::input<2>, ctnn::parallel<ctnn::concatenated, ctnn::identity, two>>;
constexpr model net{};
