// expect: property<question>.*lacks_a_static_constexpr_box_of_inputs
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<2, ctnn::relu>, ctnn::dense<2>>;

struct question {
    static constexpr model network{};
#ifdef CTNN_WRONG
    inline static ctnn::verify::box<float, 2> inputs{{-1, -1}, {1, 1}};
#else
    static constexpr ctnn::verify::box<float, 2> inputs{{-1, -1}, {1, 1}};
#endif
    static constexpr auto wanted = ctnn::verify::classes::is<2>(0);
    static constexpr std::size_t boxes = 2;
};

constexpr auto found = ctnn::verify::proof<question>;
