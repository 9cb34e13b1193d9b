// expect: csv_row<3.*column<2.*holds<'2', 'x'>::not_a_number
#include <ctnn/ctnn.hpp>

constexpr ctnn::csv_format format{};
#ifdef CTNN_WRONG
constexpr ctnn::text_view text = "a,b,c\n1,2,0\n1,2x,0\n";
#else
constexpr ctnn::text_view text = "a,b,c\n1,2,0\n1,2,0\n";
#endif
constexpr auto& samples = ctnn::embedded_samples<text, float, 2, 2, format>;
