// expect: layer<0(UL)?, (ctnn::)?dense<3(UL)?, (ctnn::)?relu.*gets_an_input_of_type<.*double.*but_needs_type<.*double, 2
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};

constexpr double numbers[]{0.1, 0.7};
#ifdef CTNN_WRONG
auto const y = net(&numbers[0]);
#else
auto const y = net(numbers);
#endif
