// expect: condition_on_outputs<2(UL)?>.*but_the_network_has<3
#include <ctnn/ctnn.hpp>

using namespace ctnn::verify::outputs;
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>>;
constexpr model net{};
constexpr ctnn::box<double, 2> unit_box{{0, 0}, {1, 1}};

struct property {
    static constexpr auto network = net;
    static constexpr auto inputs = unit_box;
#ifdef CTNN_WRONG
    static constexpr ctnn::verify::condition<2, 1, 1> wanted{{{{{{{1}, 5.0}}}}}};
#else
    static constexpr ctnn::verify::condition<3, 1, 1> wanted{{{{{{{1}, 5.0}}}}}};
#endif
    static constexpr std::size_t boxes = 10;
};
static_assert(ctnn::verify::proof<property>.proven());
