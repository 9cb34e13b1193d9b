// expect: csv_row<2.*column<3.*holds<'n', 'o'>::none_of_the_classes
#include <ctnn/ctnn.hpp>

constexpr ctnn::csv_format format{.classes = "Yes,No"};
#ifdef CTNN_WRONG
constexpr ctnn::text_view text = "a,b,c\n1,2,no\n";
#else
constexpr ctnn::text_view text = "a,b,c\n1,2,No\n";
#endif
constexpr auto& samples = ctnn::embedded_samples<text, float, 2, 2, format>;
