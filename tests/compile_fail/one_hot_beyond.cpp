// expect: the_class_is_beyond_the_number_of_classes
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
constexpr auto target = ctnn::one_hot<float, 3>(3);
#else
constexpr auto target = ctnn::one_hot<float, 3>(2);
#endif
