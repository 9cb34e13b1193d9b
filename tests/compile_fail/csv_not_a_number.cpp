// expect: the_field_is_not_a_number
// expect: \(3, 2\)|\(3 << -2\)
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
constexpr ctnn::text_view text = "x,y\n1,10\n2,ten\n";
#else
constexpr ctnn::text_view text = "x,y\n1,10\n2,10\n";
#endif
constexpr auto samples = ctnn::csv<float, 1, 1, 2>(text);
