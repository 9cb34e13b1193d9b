// The report of a proof for an auditor: docs/audit.md. The build also writes it beside the program (ctnn_proof
// in CMakeLists.txt). With --json, the program prints it for other programs.

#include "audit_property.hpp"

#include <cstdio>
#include <cstring>

static_assert(ctnn::verify::require<ctnn::verify::proof<force_is_limited>>());

int main(int count, char** arguments) {
    constexpr auto& report = ctnn::verify::report<force_is_limited>;
    bool const wants_json = count == 2 && std::strcmp(arguments[1], "--json") == 0;
    std::fputs(wants_json ? report.json.c_str() : report.text.c_str(), stdout);
}
