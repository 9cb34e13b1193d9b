// expect: condition_with_alternatives<80(UL)?>.*but_takes_at_most<64
#include <ctnn/ctnn.hpp>

using namespace ctnn::verify::outputs;
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>>;
constexpr model net{};
constexpr ctnn::box<double, 2> inputs{{0, 0}, {1, 1}};

constexpr auto either = output<0> < 1 || output<1> < 1 || output<2> < 1 || output<0> < output<1>;
constexpr auto more = either || either || either || either || either;
#ifdef CTNN_WRONG
constexpr auto found = ctnn::verify::prove(net, inputs, more || more || more || more);
#else
constexpr auto found = ctnn::verify::prove(net, inputs, more || more || more);
#endif
