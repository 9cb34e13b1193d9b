// expect: the_property_does_not_hold_for<.*["']1[', ]*\.[', ]*5["'].*["']2[', ]*\.[', ]*5["'].*["']3[', ]*\.[', ]*5["'].*["']4[', ]*\.[', ]*5["'].*["']5[', ]*\.[', ]*5["'].*["']6[', ]*\.[', ]*5["'].*["']7[', ]*\.[', ]*5["'].*["']8[', ]*\.[', ]*5["'].*["']9[', ]*\.[', ]*5["'].*["']1[', ]*0[', ]*\.[', ]*5["'].*["']1[', ]*1[', ]*\.[', ]*5["'].*["']1[', ]*2[', ]*\.[', ]*5["'].*["']1[', ]*3[', ]*\.[', ]*5["'].*["']1[', ]*4[', ]*\.[', ]*5["'].*["']1[', ]*5[', ]*\.[', ]*5["'].*["']1[', ]*6[', ]*\.[', ]*5["']
#include <ctnn/ctnn.hpp>

using namespace ctnn::verify::outputs;
using model = ctnn::network<float, ctnn::input<16>, ctnn::dense<1>>;
constexpr model net{
    {{{1}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}}, {0}}};
constexpr ctnn::box<float, 16> inputs{{1.5f, 2.5f, 3.5f, 4.5f, 5.5f, 6.5f, 7.5f, 8.5f, 9.5f, 10.5f,
                                       11.5f, 12.5f, 13.5f, 14.5f, 15.5f, 16.5f},
                                      {1.5f, 2.5f, 3.5f, 4.5f, 5.5f, 6.5f, 7.5f, 8.5f, 9.5f, 10.5f,
                                       11.5f, 12.5f, 13.5f, 14.5f, 15.5f, 16.5f}};

// All numbers of the counterexample are in the sentence.
#ifdef CTNN_WRONG
constexpr auto found = ctnn::verify::prove(net, inputs, output<0> < 1);
#else
constexpr auto found = ctnn::verify::prove(net, inputs, output<0> < 2);
#endif
static_assert(ctnn::verify::require<found>());
