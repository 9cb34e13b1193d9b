// expect: csv_row<1>.*column<3>.*a_carriage_return_without_a_line_feed
#include <ctnn/ctnn.hpp>

constexpr ctnn::csv_format format{};
#ifdef CTNN_WRONG
constexpr ctnn::text_view text = "a,b,c\r1,2,0\r3,4,1\r";
#else
constexpr ctnn::text_view text = "a,b,c\r\n1,2,0\r\n3,4,1\r\n";
#endif
constexpr auto& samples = ctnn::embedded_samples<text, float, 2, 2, format>;
