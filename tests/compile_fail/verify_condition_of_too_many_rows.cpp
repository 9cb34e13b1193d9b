// expect: condition_with_rows<2048(UL)?>.*but_takes_at_most<256
#include <ctnn/ctnn.hpp>

using namespace ctnn::verify::outputs;
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>>;
constexpr model net{};
constexpr ctnn::box<double, 2> inputs{{0, 0}, {1, 1}};

constexpr auto both = output<0> < 1 && output<1> < 1;
constexpr auto five = (both || both || both || both || both);
#ifdef CTNN_WRONG
constexpr auto found = ctnn::verify::prove(net, inputs, five || five || both);
#else
constexpr auto found = ctnn::verify::prove(net, inputs, five || both);
#endif
