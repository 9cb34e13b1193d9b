// expect: csv_row<2.*column<1.*holds<'i', 'n', 'f'>::an_infinity_or_a_nan
#include <ctnn/ctnn.hpp>

constexpr ctnn::csv_format format{};
#ifdef CTNN_WRONG
constexpr ctnn::text_view text = "a,b,c\ninf,2,0\n";
#else
constexpr ctnn::text_view text = "a,b,c\n1e38,2,0\n";
#endif
constexpr auto& samples = ctnn::embedded_samples<text, float, 2, 2, format>;
