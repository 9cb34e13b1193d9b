// expect: layer<0(UL)?, .*max_pool<.*has_option<.*groups<2(UL)?>.*but_takes_none_of_its_kind
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using option = ctnn::groups<2>;
#else
using option = ctnn::padding_same;
#endif

using layer = ctnn::max_pool<ctnn::kernel_size<2, 2>, option>;
using model = ctnn::network<float, ctnn::input<8, 8, 4>, layer>;
constexpr model net{};
