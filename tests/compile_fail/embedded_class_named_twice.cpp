// expect: csv_row<0>.*column<2>.*holds<'n', 'o'>::a_class_that_is_named_twice
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
constexpr ctnn::csv_format format{.classes = "no,no"};
#else
constexpr ctnn::csv_format format{.classes = "no,yes"};
#endif
constexpr ctnn::text_view text = "a,b,c\n1,2,no\n";
constexpr auto& samples = ctnn::embedded_samples<text, float, 2, 2, format>;
