// expect: csv_row<2.*column<2.*a_quote_inside_of_a_field_without_quotes
#include <ctnn/ctnn.hpp>

constexpr ctnn::csv_format format{};
#ifdef CTNN_WRONG
constexpr ctnn::text_view text = "a,b,c\n1,2\",0\"\n";
#else
constexpr ctnn::text_view text = "a,b,c\n1,\"2\",0\n";
#endif
constexpr auto& samples = ctnn::embedded_samples<text, float, 2, 2, format>;
