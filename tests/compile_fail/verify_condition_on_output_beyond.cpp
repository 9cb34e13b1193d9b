// expect: condition_on_output<7(UL)?>.*needs_outputs<8(UL)?>.*but_the_network_has<3
#include <ctnn/ctnn.hpp>

using namespace ctnn::verify::outputs;
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>>;
constexpr model net{};
constexpr ctnn::box<double, 2> inputs{{0, 0}, {1, 1}};

#ifdef CTNN_WRONG
constexpr auto found = ctnn::verify::prove(net, inputs, output<0> < 5.0 && output<7> < 1.0);
#else
constexpr auto found = ctnn::verify::prove(net, inputs, output<0> < 5.0 && output<2> < 1.0);
#endif
