// expect: text_of_a_temporary_string<.*would_be_gone_so_put_it_into_a_variable
#include <ctnn/ctnn.hpp>
#include <string>

std::string text_of_file();

bool is_right() {
#ifdef CTNN_WRONG
    return ctnn::csv<float, 1, 1, 9>(text_of_file()).ok();
#else
    std::string const text = text_of_file();
    return ctnn::csv<float, 1, 1, 9>(text).ok();
#endif
}
