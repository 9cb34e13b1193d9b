// expect: initializer_of_type<(ctnn::)?relu>.*lacks_a_draw_from_generator_fan_in_and_fan_out
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;

#ifdef CTNN_WRONG
constexpr model net = ctnn::initialize<model>(ctnn::relu{}, 1);
#else
constexpr model net = ctnn::initialize<model>(ctnn::he_uniform{}, 1);
#endif
