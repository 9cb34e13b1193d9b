// A controller, what is proven of it, and the report that an auditor reads: docs/audit.md.

#include <cstdio>
#include <cstring>
#include <ctnn/ctnn.hpp>

namespace {

using ctnn::relu;

// No input from -1 to 1 gives a force beyond 0.737.
struct force_is_limited {
    using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<16, relu>, ctnn::dense<16, relu>,
                                ctnn::dense<1>>;
    static constexpr auto network = ctnn::initialize<model>(ctnn::glorot_uniform{}, 7);
    static constexpr ctnn::box<float, 2> inputs{{-1, -1}, {1, 1}};
    static constexpr ctnn::verify::condition<1, 2, 1> wanted{
        {{{{{{1}, 0.737}}}, {{{{-1}, 0.737}}}}}}; // y + 0.737 > 0 and 0.737 - y > 0
    static constexpr std::size_t boxes = 2000;
};
static_assert(ctnn::verify::proof<force_is_limited>.proven());

} // namespace

int main(int count, char** arguments) {
    constexpr auto& report = ctnn::verify::report<force_is_limited>;
    bool const wants_json = count == 2 && std::strcmp(arguments[1], "--json") == 0;
    std::fputs(wants_json ? report.json.c_str() : report.text.c_str(), stdout);
}
