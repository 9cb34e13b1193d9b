// expect: property<question>.*lacks_a_static_constexpr_number_of_boxes
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<2, ctnn::relu>, ctnn::dense<2>>;

struct question {
    static constexpr model network{};
    static constexpr ctnn::verify::box<float, 2> inputs{{-1, -1}, {1, 1}};
    static constexpr auto wanted = ctnn::verify::classes::is<2>(0);
#ifdef CTNN_WRONG
    static constexpr double boxes = 2.5;
#else
    static constexpr std::size_t boxes = 2;
#endif
};

constexpr auto found = ctnn::verify::proof<question>;
