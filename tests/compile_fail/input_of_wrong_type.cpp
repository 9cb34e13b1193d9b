// expect: layer<0(UL)?, ctnn::dense<3(UL)?, ctnn::relu.*gets_an_input_of_type<.*double.*but_needs_type<.*double, 2
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};

#ifdef CTNN_WRONG
double const numbers[]{0.1, 0.7};
auto const y = net(numbers);
#else
std::array const numbers{0.1, 0.7};
auto const y = net(numbers);
#endif
