// expect: csv_row<2.*column<1.*holds<'1', 'e', '3', '9'>::a_number_that_is_too_large
#include <ctnn/ctnn.hpp>

constexpr ctnn::csv_format format{};
#ifdef CTNN_WRONG
constexpr ctnn::text_view text = "a,b,c\n1e39,2,0\n";
#else
constexpr ctnn::text_view text = "a,b,c\n1e38,2,0\n";
#endif
constexpr auto& samples = ctnn::embedded_samples<text, float, 2, 2, format>;
