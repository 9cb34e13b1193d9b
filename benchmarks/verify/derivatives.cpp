// derivatives of a digit's network, 64-16-10

#include "nets.hpp"

constexpr auto& net = nets::drawn<nets::digits>;
constexpr auto x = nets::center<nets::digits>();
static_assert(net(x)[0] == net(x)[0]);

#ifndef CTNN_WITHOUT
constexpr auto slopes = ctnn::gradient_bounds(net, ctnn::box<float, 64>::around(x, 0.001f));
static_assert(is_finite(slopes[9][63]));
#endif
