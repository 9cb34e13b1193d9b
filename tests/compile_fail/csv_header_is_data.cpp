// expect: the_first_row_should_be_the_header_but_holds_data
// expect: \(1, 1\)|\(1 << -1\)
#include <ctnn/ctnn.hpp>

constexpr ctnn::text_view text = "1,10\n2,20\n";
#ifdef CTNN_WRONG
constexpr auto samples = ctnn::csv<float, 1, 1, 2>(text);
#else
constexpr auto samples = ctnn::csv<float, 1, 1, 2>(text, {.header = false});
#endif
