// expect: there_are_more_rows_than_the_array_can_hold
// expect: \(4, 1\)|\(4 << -1\)
#include <ctnn/ctnn.hpp>

constexpr ctnn::text_view text = "x,y\n1,10\n2,20\n3,30\n";
#ifdef CTNN_WRONG
constexpr auto samples = ctnn::csv<float, 1, 1, 2>(text);
#else
constexpr auto samples = ctnn::csv<float, 1, 1, 3>(text);
#endif
