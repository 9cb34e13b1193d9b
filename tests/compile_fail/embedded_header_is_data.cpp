// expect: csv_row<1>.*column<1>.*holds<'1', '.', '5'>::data_but_should_be_the_header
#include <ctnn/ctnn.hpp>

constexpr ctnn::csv_format format{};
#ifdef CTNN_WRONG
constexpr ctnn::text_view text = "1.5,2,0\n3,4,1\n";
#else
constexpr ctnn::text_view text = "a,b,c\n1.5,2,0\n3,4,1\n";
#endif
constexpr auto& samples = ctnn::embedded_samples<text, float, 2, 2, format>;
