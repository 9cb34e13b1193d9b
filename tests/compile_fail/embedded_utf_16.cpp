// expect: csv_text_is_in_utf_16_not_in_utf_8
#include <ctnn/ctnn.hpp>

constexpr ctnn::csv_format format{};
#ifdef CTNN_WRONG
constexpr ctnn::text_view text = "\xff\xfe"
                                 "a\0,\0b\0,\0c\0\n\0";
#else
constexpr ctnn::text_view text = "a,b,c\n1,2,0\n";
#endif
constexpr auto& samples = ctnn::embedded_samples<text, float, 2, 2, format>;
