// expect: property<question>.*lacks_a_static_constexpr_network
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<2, ctnn::relu>, ctnn::dense<2>>;
model variable{};

struct question {
#ifdef CTNN_WRONG
    static constexpr auto& network = variable;
#else
    static constexpr model network{};
#endif
    static constexpr ctnn::verify::box<float, 2> inputs{{-1, -1}, {1, 1}};
    static constexpr auto wanted = ctnn::verify::classes::is<2>(0);
    static constexpr std::size_t boxes = 2;
};

constexpr auto found = ctnn::verify::proof<question>;
