// expect: input_of_size<0(UL)?>.*but_needs_at_least<1(UL)?>
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using model = ctnn::network<double, ctnn::input<0>, ctnn::dense<3>>;
constexpr model net{};
#else
using model = ctnn::network<double, ctnn::input<1>, ctnn::dense<3>>;
constexpr model net{};
#endif
