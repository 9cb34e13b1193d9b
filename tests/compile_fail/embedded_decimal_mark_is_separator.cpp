// expect: csv_separator_quote_and_decimal_mark_must_differ_and_the_mark_is_a_point_or_a_comma
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
constexpr ctnn::csv_format format{.decimal = ','};
#else
constexpr ctnn::csv_format format{.separator = ';', .decimal = ','};
#endif
constexpr ctnn::text_view text = "a;b;c\n1,5;2;0\n";
constexpr auto& samples = ctnn::embedded_samples<text, float, 2, 2, format>;
