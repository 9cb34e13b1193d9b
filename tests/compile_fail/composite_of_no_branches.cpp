// expect: layer<0(UL)?, beside<.*has_no_branches_but_needs_at_least_one
#include <ctnn/ctnn.hpp>

template <class... Branches>
struct beside : ctnn::placed::composite<ctnn::placed::concatenation, Branches...> {};

#ifdef CTNN_WRONG
using layer = beside<>;
#else
using layer = beside<ctnn::placed::branch<ctnn::dense<3>>>;
#endif
using model = ctnn::network<float, ctnn::input<4>, layer>;
constexpr model net{};
