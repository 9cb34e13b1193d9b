// expect: csv_text_has_no_rows
#include <ctnn/ctnn.hpp>

constexpr ctnn::csv_format format{};
#ifdef CTNN_WRONG
constexpr ctnn::text_view text = "a,b,c\n";
#else
constexpr ctnn::text_view text = "a,b,c\n1,2,0\n";
#endif
constexpr auto& samples = ctnn::embedded_samples<text, float, 2, 2, format>;
