// expect: csv_row<1>.*column<3>.*too_few_columns
#include <ctnn/ctnn.hpp>

constexpr ctnn::csv_format format{};
#ifdef CTNN_WRONG
constexpr ctnn::text_view text = "a,c\n1,2,0\n";
#else
constexpr ctnn::text_view text = "a,b,c\n1,2,0\n";
#endif
constexpr auto& samples = ctnn::embedded_samples<text, float, 2, 2, format>;
