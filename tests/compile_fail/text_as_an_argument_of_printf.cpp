// expect: format (specifies type|'%s' expects argument of type).*char ?\*.*text
// right options: -Wformat -Werror
// wrong options: -Wformat -Werror
#include <cstdio>
#include <ctnn/ctnn.hpp>

constexpr ctnn::training_problem problem{};

int main() {
#ifdef CTNN_WRONG
    std::printf("%s\n", problem.message());
#else
    std::printf("%s\n", problem.message().c_str());
#endif
}
