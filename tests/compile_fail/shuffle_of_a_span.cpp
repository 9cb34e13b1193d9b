// expect: shuffle_of_type<.*needs_what_copies_its_elements_as_an_array_or_a_vector_does
#include <ctnn/ctnn.hpp>
#include <span>
#include <vector>

auto shuffled(std::vector<int>& numbers) {
#ifdef CTNN_WRONG
    return ctnn::shuffle(std::span(numbers), 1);
#else
    return ctnn::shuffle(numbers, 1);
#endif
}
