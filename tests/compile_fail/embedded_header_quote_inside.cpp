// expect: csv_row<1>.*column<1>.*a_quote_inside_of_a_field_without_quotes
#include <ctnn/ctnn.hpp>

constexpr ctnn::csv_format format{};
#ifdef CTNN_WRONG
constexpr ctnn::text_view text = "len 5\",w,class\n1,2,0\n7\",8,1\n9,1,1\n";
#else
constexpr ctnn::text_view text = "len,w,class\n1,2,0\n9,1,1\n";
#endif
constexpr auto& samples = ctnn::embedded_samples<text, float, 2, 2, format>;
