// expect: csv_row<2>.*column<1>.*holds<'1', '0', '0'>::a_number_that_is_too_large
#include <ctnn/ctnn.hpp>

constexpr ctnn::csv_format format{};
#ifdef CTNN_WRONG
constexpr ctnn::text_view text = "a,b,c\n100,2,0\n";
#else
constexpr ctnn::text_view text = "a,b,c\n7.5,2,0\n";
#endif
constexpr auto& samples = ctnn::embedded_samples<text, ctnn::fixed_point<3, 12>, 2, 2, format>;
