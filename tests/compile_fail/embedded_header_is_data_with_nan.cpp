// expect: csv_row<1>.*column<1>.*holds<'n', 'a', 'n'>::data_but_should_be_the_header
#include <ctnn/ctnn.hpp>

constexpr ctnn::text_view text = "nan,1,0\n2,3,1\n";
#ifdef CTNN_WRONG
constexpr ctnn::csv_format format{.infinity_and_nan = true};
#else
constexpr ctnn::csv_format format{.header = false, .infinity_and_nan = true};
#endif
constexpr auto& samples = ctnn::embedded_samples<text, float, 2, 2, format>;
