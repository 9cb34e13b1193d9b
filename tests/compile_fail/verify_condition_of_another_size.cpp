// expect: condition_on_outputs<3(UL)?>.*but_the_network_has<2
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};
constexpr ctnn::verify::box<double, 2> inputs{{0, 0}, {1, 1}};

#ifdef CTNN_WRONG
constexpr auto found = ctnn::verify::prove(net, inputs, ctnn::verify::classes::is<3>(0));
#else
constexpr auto found = ctnn::verify::prove(net, inputs, ctnn::verify::classes::is<2>(0));
#endif
