// expect: the_property_does_not_hold_for<.*("0\.1"|'0', '\.', '1').*and_more_numbers_in_the_counterexample_of_inputs<20
#include <ctnn/ctnn.hpp>

using namespace ctnn::verify::outputs;
using model = ctnn::network<float, ctnn::input<20>, ctnn::dense<1>>;
constexpr model net{};
constexpr ctnn::box<float, 20> inputs{
    {0.1f, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19},
    {0.1f, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19}};

// The first sixteen numbers are in the sentence, and where to find the others.
#ifdef CTNN_WRONG
constexpr auto found = ctnn::verify::prove(net, inputs, output < 0 >> 0);
#else
constexpr auto found = ctnn::verify::prove(net, inputs, output<0> >= 0);
#endif
static_assert(ctnn::verify::require<found>());
