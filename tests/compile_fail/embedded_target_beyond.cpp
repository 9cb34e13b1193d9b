// expect: csv_target_column_is_beyond_the_row
#include <ctnn/ctnn.hpp>

constexpr ctnn::text_view text = "a,b,c\n1,2,0\n";
#ifdef CTNN_WRONG
constexpr ctnn::csv_format format{.target_column = 3};
#else
constexpr ctnn::csv_format format{.target_column = 2};
#endif
constexpr auto& samples = ctnn::embedded_samples<text, float, 2, 2, format>;
