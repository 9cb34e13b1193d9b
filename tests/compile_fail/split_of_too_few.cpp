// expect: split_takes<4.*of_an_array_of<3
#include <ctnn/ctnn.hpp>

constexpr std::array letters{'a', 'b', 'c'};
#ifdef CTNN_WRONG
constexpr auto parts = ctnn::split<4>(letters, 1);
#else
constexpr auto parts = ctnn::split<2>(letters, 1);
#endif
