// expect: the_number_of_class_names_does_not_fit_the_outputs
#include <ctnn/ctnn.hpp>

constexpr ctnn::text_view text = "x,y\n1,a\n2,b\n";
#ifdef CTNN_WRONG
constexpr auto samples = ctnn::csv<float, 1, 3, 2>(text, {.classes = "a,b"});
#else
constexpr auto samples = ctnn::csv<float, 1, 3, 2>(text, {.classes = "a,b,c"});
#endif
