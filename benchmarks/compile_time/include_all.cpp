#include <ctnn/ctnn.hpp>

int main() {}
