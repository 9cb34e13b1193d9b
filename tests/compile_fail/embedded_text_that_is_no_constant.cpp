// expect: csv_text_is_not_constexpr
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
ctnn::text_view const text("a,b\n1,2\n");
#else
constexpr ctnn::text_view text("a,b\n1,2\n");
#endif

constexpr auto& samples = ctnn::embedded_samples<text, float, 1, 1>;
