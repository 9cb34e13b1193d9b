// expect: split_of_type<.*has_no_size_that_is_a_constant_so_shuffle_it_and_take_spans
#include <ctnn/ctnn.hpp>
#include <span>
#include <vector>

void part(std::vector<int> const& numbers) {
#ifdef CTNN_WRONG
    ctnn::split<2>(numbers, 1);
#else
    auto const shuffled = ctnn::shuffle(numbers, 1);
    std::span(shuffled).first(2);
#endif
}
