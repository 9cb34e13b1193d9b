// expect: property<question>.*lacks_a_static_constexpr_wanted_or_plant
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<2, ctnn::relu>, ctnn::dense<2>>;

struct question {
    static constexpr model network{};
    static constexpr ctnn::verify::box<float, 2> inputs{{-1, -1}, {1, 1}};
#ifdef CTNN_WRONG
    static constexpr auto want = ctnn::verify::classes::is<2>(0);
#else
    static constexpr auto wanted = ctnn::verify::classes::is<2>(0);
#endif
    static constexpr std::size_t boxes = 2;
};

constexpr auto found = ctnn::verify::proof<question>;
