// expect: samples_of_type<.*are_not_copied_with_it_so_assign_each_in_a_loop
#include <ctnn/ctnn.hpp>
#include <span>
#include <vector>

using row = ctnn::sample<std::array<float, 2>, std::array<float, 1>>;

void scale(std::vector<row>& rows) {
    ctnn::standardization const on_one_scale(rows);
#ifdef CTNN_WRONG
    on_one_scale(std::span(rows));
#else
    for (row& one : std::span(rows))
        one = on_one_scale(one);
#endif
}
