// expect: csv_format_is_not_constexpr
#include <ctnn/ctnn.hpp>

constexpr ctnn::text_view text("a,b\n1,2\n");
#ifdef CTNN_WRONG
ctnn::csv_format format{};
#else
constexpr ctnn::csv_format format{};
#endif

constexpr auto& samples = ctnn::embedded_samples<text, float, 1, 1, format>;
