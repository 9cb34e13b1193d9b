// expect: layer<0(UL)?, beside<.*has_a_branch_of_type<ctnn::dense<3(UL)?.*but_needs_placed_branch_or_placed_shortcut
#include <ctnn/ctnn.hpp>

template <class One, class Other>
struct beside : ctnn::placed::composite<ctnn::placed::concatenation, One, Other> {};

#ifdef CTNN_WRONG
using other = ctnn::dense<3>;
#else
using other = ctnn::placed::branch<ctnn::dense<3>>;
#endif
using model =
    ctnn::network<float, ctnn::input<4>, beside<ctnn::placed::branch<ctnn::dense<2>>, other>>;
constexpr model net{};
