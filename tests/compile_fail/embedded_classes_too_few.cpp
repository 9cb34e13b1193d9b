// expect: csv_number_of_class_names_does_not_fit_the_outputs
#include <ctnn/ctnn.hpp>

constexpr ctnn::text_view text = "a,b,c\n1,2,x\n";
#ifdef CTNN_WRONG
constexpr ctnn::csv_format format{.classes = "x"};
#else
constexpr ctnn::csv_format format{.classes = "x,y"};
#endif
constexpr auto& samples = ctnn::embedded_samples<text, float, 2, 2, format>;
